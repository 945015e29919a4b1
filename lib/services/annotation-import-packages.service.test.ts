import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";

import type { PackageKind } from "../domain/releases/manifest";
import { importArticles } from "./article-import";
import { sourceOfBytes } from "./import/source";
import { createRelease } from "./releases";
import { openForImport as open } from "./testing/import-annotations";
import { at } from "./testing/make-project";
import { makeReviewedProject } from "./testing/make-reviewed-project";
import { readExportBytes } from "./testing/read-export";
import { sql } from "./testing/sql";
import { unpackRelease } from "./testing/unpack-release";

const marks = [
  { quote: "complained", tagId: "LOADED" },
  { quote: "👩‍👩‍👧 plans", tagId: "LABEL" },
  { quote: "reluctant", tagId: "DOUBT", segment: "title" },
] as const;

/** A project with one layer, and another one that has its article under its external id. */
async function openTwo(bodyOf = (body: string) => body) {
  const source = await makeReviewedProject([marks]);
  const [row] = await sql<{ title: string; body: string; externalId: string }>(
    `SELECT title, body, "externalId" FROM "Article" WHERE id = $1`,
    [source.articleId],
  );
  if (!row) throw new Error("no article");
  const opened = await open();
  const text = JSON.stringify([{ ...row, id: row.externalId, body: bodyOf(row.body) }]);
  const files = [sourceOfBytes({ name: "a.json", bytes: strToU8(text) })];
  const options = { dryRun: false, partial: false };
  const imported = await importArticles(opened.actors.admin, opened.projectId, files, options);
  expect(imported.errors).toEqual([]);
  return { source, opened };
}

async function packageOf(
  { actors, projectId }: Awaited<ReturnType<typeof openTwo>>["source"],
  kind: PackageKind,
) {
  const release = await createRelease(actors.researcher, projectId, { notes: false });
  return unpackRelease(actors.researcher, projectId, release.id, kind);
}

describe("a package of a release", () => {
  it.each(["full", "text_free"] as const)("that is %s is taken in one go", async (kind) => {
    const { source, opened } = await openTwo();
    const { bytes, paths } = await packageOf(source, kind);
    const answer = await opened.upload({ "package.zip": bytes });
    expect(answer).toMatchObject({ errors: [], isStored: true, spans: [], layers: [{ kept: 3 }] });
    expect(answer.explainedNotes).toMatchObject([
      { file: null, reason: "note_package_passed_over", facts: { count: paths.length - 2 } },
    ]);
    expect((await opened.layer())?.spans.map(({ segment, quote }) => [segment, quote])).toEqual([
      ["title", "reluctant"],
      ["body", "complained"],
      ["body", "👩‍👩‍👧 plans"],
    ]);
  });

  it("without texts has no places in another text", async () => {
    const { source, opened } = await openTwo((body) => `Edited. ${body}`);
    const { bytes } = await packageOf(source, "text_free");
    const answer = await opened.upload({ "package.zip": bytes });
    expect(answer).toMatchObject({ errors: [], layers: [{ kept: 0, lost: 3 }] });
    expect(new Set(answer.spans.map(({ reasonCode }) => reasonCode))).toEqual(
      new Set(["span_of_other_text"]),
    );
    const { bytes: full } = await packageOf(source, "full");
    expect((await opened.upload({ "package.zip": full })).layers).toMatchObject([{ lost: 0 }]);
  });
});

it("an archive of exports is taken with its links and without its other tables", async () => {
  const { source, opened } = await openTwo();
  const names = [
    "annotations.csv",
    "links.csv",
    "articles.csv",
    "gold.csv",
    "datapackage.json",
  ] as const;
  const files = await Promise.all(
    names.map((name) => readExportBytes(source.actors.researcher, source.projectId, name)),
  );
  const zip = zipSync(
    Object.fromEntries(names.map((name, nth) => [`all/${name}`, at(files, nth)])),
  );
  const answer = await opened.upload({ "all.zip": zip });
  expect(answer).toMatchObject({ errors: [], layers: [{ kept: 3 }] });
  expect(answer.explainedNotes).toMatchObject([{ facts: { count: 3 } }]);
});

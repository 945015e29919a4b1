import { describe, expect, it } from "vitest";

import { addArticleVersion } from "./article-versions";
import { listProjectAssignments } from "./assignments";
import { createRelease } from "./releases";
import { submitAssignment } from "./submission";
import { line, openForImport } from "./testing/import-annotations";
import { articleText, assignArticle, at } from "./testing/make-project";
import { handIn } from "./testing/make-operations";
import { sql } from "./testing/sql";
import { unpackRelease } from "./testing/unpack-release";

async function open() {
  const project = await openForImport();
  const { projectId, actors } = project;
  const sheet = async () => {
    const { id } = await createRelease(actors.admin, projectId, { notes: false });
    return (await unpackRelease(actors.admin, projectId, id)).textOf("datasheet.md");
  };
  return { ...project, sheet };
}

describe("what a release says of how its layers came about", () => {
  it("tells layers from files from those that were read here", async () => {
    const { article, upload, sheet, projectId, annotators, actors, articleId, ...rest } =
      await open();
    const file = { [`${article.externalId}.ann`]: line(1, "LOADED", "complained") };
    await upload(file, { submit: true });
    expect(await sheet()).toMatch(/from files, whole or in part: 1 of 1\./);
    const { items } = await listProjectAssignments(actors.admin, projectId, { limit: 50 });
    expect(items).toMatchObject([{ status: "submitted", wasOutletBlind: null }]);

    const project = { ...rest, projectId, annotators, actors };
    const { assignmentIds } = await assignArticle(project);
    for (const [index, id] of assignmentIds.entries()) await handIn(at(annotators, index), id, []);
    const three = await sheet();
    expect(three).toMatch(/from files, whole or in part: 1 of 3\./);
    expect(three).toMatch(/before handing in: 2; who could: 0\./);

    const corrected = [articleText.title, "", "", "Officials complained again."].join("\n");
    const bytes = new TextEncoder().encode(corrected);
    const version = { name: "a.txt", bytes };
    const { layers } = await addArticleVersion(actors.admin, projectId, articleId, version, {
      dryRun: false,
    });
    const carried = layers[0]?.assignmentId ?? "";
    await submitAssignment(at(annotators, 0), carried, { nothingFound: false, answers: {} });
    const four = await sheet();
    expect(four).toMatch(/from files, whole or in part: 2 of 4\./);
    expect(four).toContain("people corrected: 1;");
  });

  it("takes a layer for its annotator's own when a file brings nothing new to it", async () => {
    const { upload, sheet, annotators, ...rest } = await open();
    const { articleId, assignmentIds } = await assignArticle({ ...rest, annotators });
    const mark = { quote: "complained", tagId: "LOADED" };
    await handIn(at(annotators, 0), at(assignmentIds, 0), [mark]);
    const [row] = await sql<{ externalId: string }>(
      `SELECT "externalId" FROM "Article" WHERE id = $1`,
      [articleId],
    );
    const file = { [`${row?.externalId ?? ""}.ann`]: line(1, "LOADED", "complained") };
    const { layers } = await upload(file, { submit: true });
    expect(layers).toMatchObject([{ assignmentId: at(assignmentIds, 0) }]);
    expect(await sheet()).toContain("from files: 0.");
  });
});

import { describe, expect, it } from "vitest";
import { z } from "zod";

import { annotationFields } from "../formats/export-fields";
import { articleFields } from "../formats/export-list-fields";
import { changesText, columnPlaces } from "./changes";
import { citationFile } from "./citation";
import { croissantFile } from "./croissant";
import { dataPackageFile, resourceOf, withKey } from "./datapackage";
import { datasheetFile } from "./datasheet";
import { readmeFile } from "./readme";
import type { ReleaseFacts, ReleaseIdentity } from "./release-facts";

const identity: ReleaseIdentity = {
  projectId: "0190a5a0-0000-7000-8000-000000000000",
  ...{ number: 3, note: "Zum “Test”\nzwei", createdAt: "2026-01-31T10:00:00.000Z" },
  ...{ softwareVersion: "1.2.3", hasTexts: true, hasNotes: false },
};
const facts: ReleaseFacts = {
  ...{ projectName: 'A "quoted": name', annotatorsPerArticle: 2 },
  articles: {
    n: 1,
    corrected: 4,
    outlets: 1,
    from: "2026-01-01",
    to: null,
    shortest: 10,
    longest: 10,
  },
  ...{ languages: { en: 1 }, layers: { submitted: 2 }, families: { FRAMING: 4 }, gold: {} },
  work: {
    ...{ from: "2026-01-02", to: null, annotators: 2, empty: 1 },
    ...{ imported: 0, readers: 2, outletHidden: 7, outletShown: 3, activeSeconds: 5400 },
  },
};
const tables = [
  ["articles.csv", articleFields],
  ["annotations.csv", annotationFields],
].map(([path, fields]) => ({
  resource: withKey(resourceOf(path as string, "Rows.", fields as typeof articleFields)),
  file: { path: path as string, sha256: "ab".repeat(32), nBytes: 12 },
}));

const field = z.object({
  name: z.string().min(1),
  type: z.enum(["string", "integer", "number", "boolean", "date", "datetime"]),
  format: z.literal("default").optional(),
  description: z.string().min(1),
});
const descriptor = z.object({
  profile: z.literal("data-package"),
  name: z.string().regex(/^[a-z0-9._/-]+$/),
  created: z.iso.datetime(),
  resources: z.array(
    z.object({
      name: z.string().regex(/^[a-z0-9._/-]+$/),
      path: z.string().regex(/^(?!\/|.*\.\.)/),
      bytes: z.int(),
      hash: z.string().regex(/^sha256:[0-9a-f]{64}$/),
      schema: z
        .object({
          fields: z.array(field).min(1),
          missingValues: z.tuple([z.literal("")]),
          primaryKey: z.array(z.string()),
          foreignKeys: z
            .array(z.object({ reference: z.object({ resource: z.literal("articles") }) }))
            .optional(),
        })
        .optional(),
    }),
  ),
});

describe("datapackage.json", () => {
  it("is a Frictionless descriptor with every column, key and hash", () => {
    const others = [{ path: "codebook.json", sha256: "cd".repeat(32), nBytes: 3 }];
    const file = dataPackageFile(identity, facts, tables, others);
    const { resources } = descriptor.parse(JSON.parse(file));
    expect(resources.map(({ name }) => name)).toEqual(["articles", "annotations", "codebook.json"]);
    const [, annotations] = resources;
    expect(annotations?.schema?.fields.map(({ name }) => name)).toEqual(
      Object.keys(annotationFields),
    );
    expect(annotations?.schema).toMatchObject({ primaryKey: ["annotation_id"] });
    expect(annotations?.schema?.foreignKeys).toHaveLength(1);
  });
});

describe("croissant.json", () => {
  it("takes every field from a column of a file that it lists", () => {
    const node = z.object({ "@id": z.string() });
    const source = z.object({ fileObject: node, extract: z.object({ column: z.string() }) });
    const set = z.object({ "@id": z.string(), key: node, field: z.array(z.object({ source })) });
    const { distribution, recordSet } = z
      .object({ distribution: z.array(node), recordSet: z.array(set) })
      .parse(JSON.parse(croissantFile(identity, facts, tables)));
    const files = distribution.map((one) => one["@id"]);
    for (const { field } of recordSet) {
      for (const { source } of field) expect(files).toContain(source.fileObject["@id"]);
    }
    expect(recordSet.map(({ key }) => key["@id"])).toEqual([
      ...["records-articles/article_id", "records-annotations/annotation_id"],
    ]);
  });
});

describe("what is written for people", () => {
  it("leaves judgements visibly open and holds the facts", () => {
    const sheet = datasheetFile(identity, facts, [], ["Alpha was .8."]);
    expect(sheet.match(/OPEN, for the project to answer/g)?.length).toBeGreaterThan(7);
    expect(sheet).toContain("not given for fewer than 5 annotators");
    expect(sheet).toContain("before handing in: 7; who could: 3.");
    expect(sheet).toContain("text or title that people corrected: 4;");
    const five = { ...facts, work: { ...facts.work, readers: 5 } };
    expect(datasheetFile(identity, five, [], [])).toContain("1.5 hours");
    expect(readmeFile(identity, facts, [], {})).toContain("> Zum “Test”\n> zwei");
    expect(citationFile(identity, facts)).toContain('title: "A \\"quoted\\": name"');
  });

  it("says of layers from files that nothing is known of how they were read", () => {
    const sheetOf = (imported: number) =>
      datasheetFile(identity, { ...facts, work: { ...facts.work, imported } }, [], []);
    const asHere = "were shown nobody else's layer";
    expect(sheetOf(0)).toContain("brought in from files: 0.");
    expect(sheetOf(0)).toContain(`annotators of layers ${asHere}`);
    expect(sheetOf(1)).toContain("brought in from files, whole or in part: 1 of 2.");
    expect(sheetOf(1)).toContain(`annotators of the other layers ${asHere}`);
    expect(sheetOf(1)).toContain("Active time in the other layers");
    for (const claim of [asHere, "Active time", "could not see outlet", "given out from"]) {
      expect(sheetOf(2)).not.toContain(claim);
    }
    const readme = (imported: number) =>
      readmeFile(identity, { ...facts, work: { ...facts.work, imported } }, [], {});
    expect(readme(1)).toContain("brought in from files, whole or in part: 1.");
    expect(readme(0)).not.toContain("brought in from files");
  });

  it("claims no more of pseudonyms, texts and small groups than is so", () => {
    for (const text of [
      datasheetFile(identity, facts, [], []),
      readmeFile(identity, facts, [], {}),
    ]) {
      expect(text).toContain("numbered anew in each project");
      expect(text).not.toMatch(/other ones in each|no link to other/);
      expect(text).not.toContain("imported as they are");
    }
    const readme = readmeFile(identity, facts, [], {});
    expect(readme).not.toContain("Figures about people");
    expect(readme).toContain("sums active time up only for 5 annotators or more.");
    expect(readme).toMatch(/`active_seconds` stands for each pseudonym in `annotators\.csv`/);
  });

  it("names columns that only one of two releases has, and compares the others", () => {
    const now = ["annotation_id", "tag", "attr_new", "note"];
    const before = ["annotation_id", "note", "tag"];
    expect(columnPlaces("annotations.csv", now, before)).toEqual({ key: [0], compared: [0, 3, 1] });
    expect(columnPlaces("annotations.csv", before, now)).toEqual({ key: [0], compared: [0, 1, 2] });
    const counts = { added: 1, removed: 0, changed: 2 };
    const file = { path: "annotations.csv", nBefore: 4, nNow: 5, counts };
    const text = changesText(3, { number: 2, createdAt: identity.createdAt }, [
      { ...file, newColumns: ["attr_new"], goneColumns: [] },
    ]);
    expect(text).toContain("Compared with release 2 of 2026-01-31.");
    expect(text).toContain("| annotations.csv | 4 | 5 | 1 | 0 | 2 |");
    expect(text).toContain("* annotations.csv: new column `attr_new`");
  });
});

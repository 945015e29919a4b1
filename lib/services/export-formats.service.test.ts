import { createHash } from "node:crypto";

import { unzipSync } from "fflate";
import { parquetReadObjects } from "hyparquet";
import { beforeAll, describe, expect, it } from "vitest";

import { articleFiles, type ExportName, tableNames } from "../domain/formats/export-files";
import { readDoccano } from "../domain/formats/doccano";
import { placeLayer } from "../domain/formats/place-layer";
import { readAnnotationFiles } from "./import/annotation-files";
import { type ExportProject, makeExportProject } from "./testing/make-export-project";
import { parseStrictly, readExport, readExportBytes } from "./testing/read-export";
import { sql } from "./testing/sql";

let project: ExportProject;
beforeAll(async () => {
  project = await makeExportProject();
});
const bytesOf = (file: ExportName, query = {}) =>
  readExportBytes(project.actors.researcher, project.projectId, file, { notes: true, ...query });
const textOf = (file: ExportName) =>
  readExport(project.actors.researcher, project.projectId, file, { notes: true });

describe.each(tableNames)("%s", (table) => {
  it("says the same as CSV, as JSON Lines and as Parquet", async () => {
    const rows = parseStrictly(await textOf(`${table}.csv`));
    const lines = (await textOf(`${table}.jsonl`)).split("\n").filter((line) => line !== "");
    const objects = lines.map((line) => JSON.parse(line) as Record<string, Value>);
    expect(objects.map(asText)).toEqual(rows);
    const { buffer } = await bytesOf(`${table}.parquet`);
    const read: Record<string, Value>[] = await parquetReadObjects({ file: buffer as ArrayBuffer });
    expect(read.map(asText)).toEqual(rows);
  });

  it("fits what the data dictionary says of its columns", async () => {
    const { resources } = JSON.parse(await textOf("datapackage.json")) as {
      resources: { name: string; schema: { fields: { name: string; type: string }[] } }[];
    };
    const fields = resources.find(({ name }) => name === table)?.schema.fields ?? [];
    const csv = await textOf(`${table}.csv`);
    expect(csv.split("\r\n")[0]).toBe(fields.map(({ name }) => name).join(","));
    for (const row of parseStrictly(csv)) {
      for (const { name, type } of fields) {
        if (row[name]) expect({ name, value: row[name] }).toMatchObject({ value: forms[type] });
      }
    }
  });
});

const forms: Record<string, unknown> = {
  string: expect.any(String),
  integer: expect.stringMatching(/^-?\d+$/),
  number: expect.stringMatching(/^-?\d+(\.\d+)?(e-?\d+)?$/),
  date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
  datetime: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
};

type Value = string | number | bigint | Date | null;

/** Values as CSV writes them. */
function asText(object: Record<string, Value>): Record<string, string> {
  const write = (name: string, value: Value) => {
    if (value === null) return "";
    if (!(value instanceof Date)) return String(value);
    return name === "published_on" ? value.toISOString().slice(0, 10) : value.toISOString();
  };
  const entries = Object.entries(object).map(([name, value]) => [name, write(name, value)]);
  return Object.fromEntries(entries) as Record<string, string>;
}

/** Where every span is, by our own readers, as annotations.csv has it. */
async function placesIn(name: string, bytes: Uint8Array, annotator: string | null) {
  const { layers, errors } = await readAnnotationFiles([{ name, bytes }], undefined);
  expect(errors).toEqual([]);
  const articles = await sql<{ id: string; title: string; body: string }>(
    `SELECT id, title, body FROM "Article" WHERE "projectId" = $1`,
    [project.projectId],
  );
  return layers.flatMap(({ file, layer }) => {
    const article = articles.find(({ id }) => layer.keys.includes(id));
    if (!article) throw new Error(`no article in ${layer.keys.join(", ")}`);
    return placeLayer(article, layer).map(({ span, placed }) => {
      if (placed.result !== "kept") throw new Error(JSON.stringify({ span, placed }));
      const who = layer.annotator ?? annotator ?? file.split("/").at(-2);
      return [article.id, who, span.tag, placed.segment, placed.start, placed.quote].join(" ");
    });
  });
}

describe("other tools' files hold every span of annotations.csv:", () => {
  const wanted = async () =>
    parseStrictly(await textOf("annotations.csv"))
      .map((row) =>
        [row.article_id, row.annotator_id, row.tag, row.segment, row.start, row.quote].join(" "),
      )
      .sort();

  it.each(["brat.zip", "uima-cas.zip", "web-annotations.jsonld"] as const)("%s", async (file) => {
    expect((await placesIn(file, await bytesOf(file), null)).sort()).toEqual(await wanted());
  });

  it("ptc.zip", async () => {
    const labels = Object.entries(unzipSync(await bytesOf("ptc.zip"))).filter(([name]) =>
      name.endsWith(".labels"),
    );
    const places: string[] = [];
    for (const [name, bytes] of labels) {
      const [annotator = ""] = name.split("/");
      if (bytes.length > 0) places.push(...(await placesIn(name, bytes, annotator)));
    }
    expect(places.sort()).toEqual(await wanted());
  });

  it("spacy.jsonl", async () => {
    const { layers } = readDoccano(await textOf("spacy.jsonl"));
    const nSpans = layers.reduce((sum, { spans }) => sum + spans.length, 0);
    expect(nSpans).toBe((await wanted()).length);
    expect(layers).toHaveLength(6);
  });

  it("conll.zip, a file for each annotator and article", async () => {
    const files = unzipSync(await bytesOf("conll.zip"));
    expect(Object.keys(files)).toHaveLength(6);
    const text = Object.values(files).map((bytes) => Buffer.from(bytes).toString("utf8"));
    const nBegun = text.join("").match(/\tB-/g)?.length;
    expect(nBegun).toBe((await wanted()).length);
  });

  it("texts.zip has the bytes that are hashed", async () => {
    const files = unzipSync(await bytesOf("texts.zip"));
    const articles = parseStrictly(await textOf("articles.csv"));
    expect(articles).toHaveLength(2);
    for (const { article_id, sha256 } of articles) {
      const bytes = files[`texts/${article_id}.txt`] ?? new Uint8Array();
      expect(createHash("sha256").update(bytes).digest("hex")).toBe(sha256);
    }
  });
});

it.each(articleFiles)("%s has the same bytes each time", async (file) => {
  expect(Buffer.from(await bytesOf(file)).equals(await bytesOf(file))).toBe(true);
});

it("a file of an empty choice is whole and empty", async () => {
  for (const file of articleFiles.filter((name) => name.endsWith(".zip"))) {
    const files = unzipSync(await bytesOf(file, { outlet: "nobody" }));
    const descriptions = ["annotation.conf", "typesystem.xml"];
    expect(Object.keys(files).filter((name) => !descriptions.includes(name))).toEqual([]);
  }
  const page = await bytesOf("web-annotations.jsonld", { outlet: "nobody" });
  expect(JSON.parse(Buffer.from(page).toString())).toMatchObject({ items: [] });
  const { buffer } = await bytesOf("annotations.parquet", { outlet: "nobody" });
  expect(await parquetReadObjects({ file: buffer as ArrayBuffer })).toEqual([]);
});

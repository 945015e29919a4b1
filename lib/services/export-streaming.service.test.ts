import { describe, expect, it } from "vitest";

import { sql } from "./testing/sql";
import { openExport } from "./exports";
import { at } from "./testing/make-project";
import { makeReviewedProject } from "./testing/make-reviewed-project";
import { asked, parseStrictly, readExport } from "./testing/read-export";

const query = asked();
const marks = [
  [{ quote: "complained", tagId: "LOADED", attributes: { note: "two\nlines" } }],
  [{ quote: "complained of", tagId: "LOADED" }],
];

/** A project whose annotations.csv is too large to be in anybody's buffers. */
async function makeLarge() {
  const project = await makeReviewedProject(marks);
  await sql(
    `INSERT INTO "Span" (id, "projectId", "assignmentId", segment, start, "end", quote, "tagId",
       "familyId", attributes, "startUtf16", "endUtf16", prefix, suffix, paragraph, sentence)
     SELECT gen_random_uuid(), s."projectId", s."assignmentId", segment, start, "end", quote,
       "tagId", "familyId", jsonb_build_object('note', repeat('x', 2000)), "startUtf16",
       "endUtf16", prefix, suffix, paragraph, sentence
     FROM "Span" s, generate_series(1, 8000) WHERE s."assignmentId" = $1`,
    [at(project.assignmentIds, 0)],
  );
  return project;
}

async function findRunning(): Promise<number[]> {
  const rows = await sql<{ pid: number }>(
    `SELECT pid FROM pg_stat_activity WHERE datname = current_database()
       AND state <> 'idle' AND query LIKE 'COPY (SELECT%'`,
  );
  return rows.map(({ pid }) => pid);
}

describe("an export that isn't read to its end", () => {
  it("frees the database when the reader leaves, time after time", async () => {
    const { projectId, actors } = await makeLarge();
    // More often than exports may run at once.
    for (let n = 0; n < 6; n++) {
      const body = await openExport(actors.researcher, projectId, "annotations.csv", query);
      const reader = body.getReader();
      await reader.read();
      await reader.read();
      await reader.cancel();
    }
    await expect.poll(findRunning).toEqual([]);
  });

  it("breaks off when the database fails half way, and the next one is whole", async () => {
    const { projectId, actors } = await makeLarge();
    const body = await openExport(actors.researcher, projectId, "annotations.csv", query);
    const reader = body.getReader();
    await reader.read();
    await reader.read();
    const pids = await findRunning();
    expect(pids).toHaveLength(1);
    await sql("SELECT pg_terminate_backend($1)", pids);
    const readOn = async () => {
      while (!(await reader.read()).done);
    };
    await expect(readOn()).rejects.toThrow();
    const whole = await readExport(actors.researcher, projectId, "annotations.csv");
    expect(parseStrictly(whole)).toHaveLength(8_002);
  });

  it("turns a fifth one away while four are open", async () => {
    const { projectId, actors } = await makeLarge();
    const open = () => openExport(actors.researcher, projectId, "annotations.csv", query);
    const four = await Promise.all([open(), open(), open(), open()]);
    await expect(open()).rejects.toMatchObject({ code: "too_many_requests" });
    for (const body of four) await body.cancel();
    await (await open()).cancel();
  });
});

describe("a span that an older version wrote", () => {
  it("gets its place when a file needs it", async () => {
    const { projectId, actors } = await makeReviewedProject(marks);
    const before = await sql(`SELECT * FROM "Span" WHERE "projectId" = $1 ORDER BY id`, [
      projectId,
    ]);
    await sql(
      `UPDATE "Span" SET "startUtf16" = NULL, "endUtf16" = NULL, prefix = NULL, suffix = NULL,
         paragraph = NULL, sentence = NULL WHERE "projectId" = $1`,
      [projectId],
    );
    await readExport(actors.researcher, projectId, "annotations.csv");
    const after = await sql(`SELECT * FROM "Span" WHERE "projectId" = $1 ORDER BY id`, [projectId]);
    expect(after).toEqual(before);
  });
});

describe("the other forms", () => {
  it("soft_labels.csv counts who said yes to each sentence", async () => {
    const { projectId, actors } = await makeReviewedProject([...marks, []]);
    const rows = parseStrictly(await readExport(actors.researcher, projectId, "soft_labels.csv"));
    const yes = rows.filter(({ n_yes }) => n_yes !== "0");
    expect(yes).toHaveLength(1);
    expect(yes[0]).toMatchObject({ tag: "LOADED", n_yes: "2", n_annotators: "3", segment: "body" });
    expect(JSON.parse(yes[0]?.votes ?? "")).toEqual({ A01: 1, A02: 1, A03: 0 });
    expect(Number(yes[0]?.entropy)).toBeCloseTo(0.9183, 4);
  });

  it("annotations.jsonl holds what the CSV does, and the dictionary names each column", async () => {
    const { projectId, actors } = await makeReviewedProject(marks);
    const read = async (file: Parameters<typeof openExport>[2]) =>
      new Response(await openExport(actors.researcher, projectId, file, query)).text();
    const objects = (await read("annotations.jsonl"))
      .trimEnd()
      .split("\n")
      .map((text) => JSON.parse(text) as Record<string, string | number | null>);
    const rows = parseStrictly(await read("annotations.csv"));
    const texts = objects.map((one) =>
      Object.fromEntries(Object.entries(one).map(([name, value]) => [name, String(value ?? "")])),
    );
    expect(texts).toEqual(rows);
    const { resources } = JSON.parse(await read("datapackage.json")) as {
      resources: { path: string; schema: { fields: { name: string }[] } }[];
    };
    for (const { path, schema } of resources) {
      const header = (await read(path as "links.csv")).split("\r\n")[0];
      expect(schema.fields.map(({ name }) => name).join(",")).toBe(header);
    }
  });
});

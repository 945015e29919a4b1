import { v7 as uuidv7 } from "uuid";
import { describe, expect, it } from "vitest";

import { tableNames } from "../domain/formats/export-files";
import { getMe } from "./accounts";
import { saveOperations } from "./annotation";
import { decide } from "./decisions";
import { removeMember } from "./members";
import { makeReviewedProject } from "./testing/make-reviewed-project";
import { assignArticle, at, makeProject } from "./testing/make-project";
import { addOf, type Mark } from "./testing/make-operations";
import { parseStrictly, readExport } from "./testing/read-export";
import { sql } from "./testing/sql";

const tricky = 'said, "yes"; =1+1\nand\r\nmore 👩‍👩‍👧';
const layers: Mark[][] = [
  [
    { quote: "complained", tagId: "LOADED", attributes: { note: tricky, confidence: 2 } },
    { quote: "👩‍👩‍👧", tagId: "LABEL", attributes: { target: "=HYPERLINK()", intensity: 3 } },
    { quote: "plans", tagId: "LOADED" },
    { quote: "reluctant", tagId: "LOADED", segment: "title" },
  ],
  [{ quote: "plans", tagId: "LOADED" }],
  [],
];

/** Three layers, one decision, and a fourth assignment that isn't handed in. */
async function open() {
  const project = await makeReviewedProject(layers);
  const { projectId, actors } = project;
  await decide(actors.reviewer, project.disagreementId, {
    ...{ id: uuidv7(), outcome: "reject", baseRevision: 0, comment: tricky },
  });
  const unfinished = await assignArticle(project);
  const annotator = at(project.annotators, 0);
  await saveOperations(annotator, at(unfinished.assignmentIds, 0), [
    addOf({ quote: "creeping expansion", tagId: "LOADED" }),
  ]);
  const read = (...[file, query]: [Parameters<typeof readExport>[2], { status?: "all" }?]) =>
    readExport(actors.researcher, projectId, file, { notes: true, ...query });
  const rows = async (...args: Parameters<typeof read>) => parseStrictly(await read(...args));
  return { project, read, rows };
}

/** The code points of a text in [start, end), counted without our own index. */
function slice(text: string, { start, end }: Record<string, string>): string {
  return Array.from(text).slice(Number(start), Number(end)).join("");
}

async function textsOf(projectId: string) {
  const rows = await sql<{ id: string; title: string; body: string }>(
    `SELECT id, title, body FROM "Article" WHERE "projectId" = $1`,
    [projectId],
  );
  return (row: Record<string, string>) => {
    const article = rows.find(({ id }) => id === row.article_id);
    return (row.segment === "title" ? article?.title : article?.body) ?? "";
  };
}

describe("annotations.csv", () => {
  it("has one row per span of the submitted layers, and each quote is what the text says", async () => {
    const { project, rows } = await open();
    const textOf = await textsOf(project.projectId);
    const spans = await rows("annotations.csv");
    expect(spans).toHaveLength(5);
    for (const row of spans) {
      const text = textOf(row);
      expect(row.quote).toBe(slice(text, row));
      expect(row.quote).toBe(text.slice(Number(row.start_utf16), Number(row.end_utf16)));
      expect(text).toContain(`${row.prefix}${row.quote}${row.suffix}`);
    }
  });

  it("gives every value back exactly, and nothing for what is missing", async () => {
    const { rows } = await open();
    const spans = await rows("annotations.csv");
    const noted = spans.find(({ quote }) => quote === "complained");
    expect(noted).toMatchObject({ note: tricky, confidence: "2", attr_target: "" });
    const family = spans.find(({ quote }) => quote === "👩‍👩‍👧");
    expect(family).toMatchObject({ attr_target: "=HYPERLINK()", attr_intensity: "3", note: "" });
    expect(spans.flatMap((row) => Object.values(row))).not.toContain("null");
  });

  it("adds the layers that aren't handed in when all are asked for, with their status", async () => {
    const { rows } = await open();
    const statuses = (await rows("annotations.csv", { status: "all" })).map(
      (row) => row.assignment_status,
    );
    expect(statuses).toHaveLength(6);
    expect(statuses.filter((status) => status === "in_progress")).toHaveLength(1);
  });

  it("for a spreadsheet starts with a BOM and defuses formulas, in text cells only", async () => {
    const { project } = await open();
    const { actors, projectId } = project;
    const csv = await readExport(actors.researcher, projectId, "annotations.csv", {
      profile: "spreadsheet",
    });
    expect(csv.startsWith("\uFEFF")).toBe(true);
    const cells = parseStrictly(csv.slice(1)).flatMap((row) => Object.values(row));
    expect(cells).toContain("'=HYPERLINK()");
    expect(cells.filter((cell) => /^[=+@-]/.test(cell))).toEqual([]);
  });
});

describe("gold.csv", () => {
  it("has decided and rejected spans with their outcome and quotes that fit", async () => {
    const { project, rows } = await open();
    const textOf = await textsOf(project.projectId);
    const gold = await rows("gold.csv");
    expect(gold).toHaveLength(1);
    for (const row of gold) {
      expect(row.quote).toBe(slice(textOf(row), row));
      expect(row).toMatchObject({ outcome: "reject", decided_by: "R02", comment: tricky });
      expect(row).toMatchObject({ n_support: "1", n_annotators: "3" });
    }
    const annotationIds = (await rows("annotations.csv")).map((row) => row.annotation_id);
    expect(annotationIds).toContain(gold[0]?.supporting_annotation_ids);
  });
});

describe("articles.csv and assignments.csv", () => {
  it("count what is handed in, “nothing found” included", async () => {
    const { rows } = await open();
    const [first, second] = await rows("articles.csv");
    expect(first).toMatchObject({ n_assigned: "3", n_submitted: "3", n_spans: "5" });
    expect(second).toMatchObject({ n_assigned: "3", n_submitted: "0", n_spans: "0" });
    const assignments = await rows("assignments.csv");
    expect(assignments.map((row) => row.n_spans)).toEqual(["4", "1", "0"]);
    expect(await rows("assignments.csv", { status: "all" })).toHaveLength(6);
  });
});

it("an export is in the audit trail with who took it", async () => {
  const { project, read } = await open();
  await read("gold.csv");
  const events = await sql(
    `SELECT "actorId", subject FROM "AuditEvent"
     WHERE "projectId" = $1 AND action = 'export.downloaded'`,
    [project.projectId],
  );
  expect(events).toEqual([{ actorId: project.actors.researcher.userId, subject: "gold.csv" }]);
});

describe.each(tableNames.map((name) => `${name}.csv` as const))("%s", (file) => {
  it("has the same bytes each time, also when a member has left", async () => {
    const { project, read } = await open();
    const first = await read(file);
    expect(await read(file)).toBe(first);
    const { actors, projectId, annotators } = project;
    await removeMember(actors.admin, projectId, at(annotators, 0).userId);
    expect(await read(file)).toBe(first);
  });

  it("names people by pseudonym only", async () => {
    const { project, read } = await open();
    const csv = await read(file, { status: "all" });
    for (const actor of [...project.annotators, ...Object.values(project.actors)]) {
      const { email, name } = await getMe(actor);
      for (const identity of [actor.userId, email, name]) expect(csv).not.toContain(identity);
    }
  });

  it("has a header and no rows, and ends with a line break, when there is nothing", async () => {
    // Agreement has a row for each tag, which says that it is undefined and why.
    if (file === "agreement.csv") return;
    const { project } = await open();
    const empty = await makeProject({ nAnnotators: 0 });
    const csv = await readExport(empty.actors.admin, empty.projectId, file);
    expect(csv).toMatch(/^[a-z_0-9,]+\r\n$/i);
    const header = (await readExport(project.actors.admin, project.projectId, file)).split("\r\n");
    expect(csv).toBe(`${header[0]}\r\n`);
  });
});

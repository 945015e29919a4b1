import { randomUUID } from "node:crypto";

import type pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";

import { decide } from "./decisions";
import { makeReviewedProject, type ReviewedProject } from "./testing/make-reviewed-project";
import { makeProject } from "./testing/make-project";
import { withClient } from "./testing/sql";

/** A project with a decision, and where its rows are. */
async function open(): Promise<ReviewedProject> {
  const project = await makeReviewedProject();
  const input = { id: randomUUID(), outcome: "reject", baseRevision: 0 } as const;
  await decide(project.actors.reviewer, project.disagreementId, input);
  return project;
}

/** What the database says to a statement, in a transaction that is given up. */
async function refusalOf(text: string, values: unknown[]): Promise<string> {
  return withClient(async (client) => {
    await client.query("BEGIN");
    try {
      const { rowCount } = await client.query(text, values);
      return `changed ${rowCount ?? 0} rows`;
    } catch (error) {
      const { constraint, message } = error as pg.DatabaseError;
      return constraint ?? message;
    } finally {
      await client.query("ROLLBACK");
    }
  });
}

const article = `WHERE "articleId" = $1`;
const inArticle = `WHERE "assignmentId" IN (SELECT id FROM "Assignment" ${article})`;
const inDisagreement = `WHERE "disagreementId" IN (SELECT id FROM "Disagreement" ${article})`;

/** A copy of the article's first row of a table, with some columns otherwise. */
function copyOf(table: string, where: string, change: Record<string, string>): string {
  const row = `to_jsonb(t) || jsonb_build_object(${Object.entries(change)
    .map(([column, value]) => `'${column}', ${value}`)
    .join(", ")})`;
  return `INSERT INTO "${table}" SELECT (jsonb_populate_record(NULL::"${table}", ${row})).*
          FROM "${table}" t ${where} LIMIT 1`;
}

// One project for all: whatever a test manages to change is given up with its transaction.
describe("the database refuses", () => {
  let project: ReviewedProject;
  beforeAll(async () => {
    project = await open();
  });

  it.each([
    [
      "a span that ends where it starts",
      "Span_range_check",
      `UPDATE "Span" SET "end" = "start", quote = '' ${inArticle}`,
    ],
    [
      "a span that starts before the text",
      "Span_range_check",
      `UPDATE "Span" SET "start" = -1, quote = repeat('x', "end" + 1) ${inArticle}`,
    ],
    [
      "a span whose quote has another length",
      "Span_quote_check",
      `UPDATE "Span" SET quote = 'x' ${inArticle}`,
    ],
    [
      "a span without a revision",
      "Span_revision_check",
      `UPDATE "Span" SET revision = 0 ${inArticle}`,
    ],
    [
      "a gold span that ends where it starts",
      "GoldSpan_range_check",
      `UPDATE "GoldSpan" SET "end" = "start", quote = '' ${article}`,
    ],
    [
      "a gold span whose quote has another length",
      "GoldSpan_quote_check",
      `UPDATE "GoldSpan" SET quote = 'x' ${article}`,
    ],
    [
      "gold of an undo",
      "GoldSpan_outcome_check",
      `UPDATE "GoldSpan" SET outcome = 'undone' ${article}`,
    ],
    [
      "decided gold without its decision",
      "GoldSpan_source_check",
      `UPDATE "GoldSpan" SET "decisionId" = NULL ${article}`,
    ],
    [
      "more support than there are annotators",
      "GoldSpan_support_check",
      `UPDATE "GoldSpan" SET "nSupport" = 9 ${article}`,
    ],
    [
      "a disagreement that ends where it starts",
      "Disagreement_range_check",
      `UPDATE "Disagreement" SET "end" = "start" ${article}`,
    ],
    [
      "a submitted layer without its time",
      "Assignment_submitted_check",
      `UPDATE "Assignment" SET "submittedAt" = NULL ${article}`,
    ],
    [
      "a negative revision",
      "Assignment_revision_check",
      `UPDATE "Assignment" SET revision = -1 ${article}`,
    ],
    [
      "a length that isn't the text's",
      "Article_text_check",
      `UPDATE "Article" SET "nCodePoints" = 1 WHERE id = $1`,
    ],
  ])("%s", async (_, constraint, statement) => {
    const { articleId } = project;
    expect(await refusalOf(statement, [articleId])).toBe(constraint);
  });

  it.each([
    [
      "a second assignment of an article to one annotator",
      copyOf("Assignment", article, { id: "gen_random_uuid()" }),
      "Assignment_articleId_annotatorId_key",
    ],
    [
      "an operation under an id that stands",
      copyOf("Operation", inArticle, { sequence: "0" }),
      "Operation_pkey",
    ],
    [
      "a second decision on one revision",
      copyOf("Decision", inDisagreement, { id: "gen_random_uuid()" }),
      "Decision_disagreementId_baseRevision_key",
    ],
    [
      "one text twice in a project",
      copyOf("Article", `WHERE id = $1`, { id: "gen_random_uuid()", externalId: "'other'" }),
      "Article_projectId_sha256_textVersion_key",
    ],
    [
      "one disagreement twice",
      copyOf("Disagreement", article, { id: "gen_random_uuid()" }),
      "Disagreement_articleId_fingerprint_key",
    ],
  ])("%s", async (_, statement, constraint) => {
    const { articleId } = project;
    expect(await refusalOf(statement, [articleId])).toBe(constraint);
  });

  it.each([
    ["Span", inArticle, "Span_projectId_assignmentId_fkey"],
    ["Operation", inArticle, "Operation_projectId_assignmentId_fkey"],
    ["Assignment", article, "Assignment_projectId_articleId_fkey"],
    ["Disagreement", article, "Disagreement_projectId_articleId_fkey"],
    ["Decision", inDisagreement, "Decision_projectId_disagreementId_fkey"],
    ["GoldSpan", article, "GoldSpan_projectId_articleId_fkey"],
  ])("a row of %s that names another project than its parent does", async (table, where, name) => {
    const { articleId } = project;
    const { projectId, actors } = await makeProject({ nAnnotators: 0 });
    const change: Record<string, string> = {
      ...{ id: "gen_random_uuid()", projectId: "$2::uuid", sequence: "0", baseRevision: "7" },
      ...{ fingerprint: "'other'", supersedesId: "NULL" },
      // The pair of article and annotator is taken, which would be refused first.
      ...(table === "Assignment" ? { annotatorId: "$3::uuid" } : {}),
    };
    const values = [articleId, projectId];
    if (table === "Assignment") values.push(actors.admin.userId);
    const refusal = await refusalOf(copyOf(table, where, change), values);
    // An assignment has two such parents; either may be checked first.
    expect(refusal.replace("codebookVersionId", "articleId")).toBe(name);
  });

  it.each([
    ["Operation", inArticle, `kind = 'other'`],
    ["Decision", inDisagreement, `comment = 'other'`],
    ["AuditEvent", `WHERE "projectId" = $2`, `action = 'other'`],
    ["CodebookVersion", `WHERE "projectId" = $2`, `number = 2`],
    ["Article", `WHERE id = $1`, `body = 'other'`],
    ["Article", `WHERE id = $1`, `title = 'other'`],
  ])("to change what happened in %s", async (table, where, change) => {
    const { articleId, projectId } = project;
    const values = where.includes("$2") ? [articleId, projectId] : [articleId];
    // Both values have to be used for their types to be known.
    const scope = where.includes("$2") ? `${where} AND $1::uuid IS NOT NULL` : where;
    expect(await refusalOf(`UPDATE "${table}" SET ${change} ${scope}`, values)).toBe(
      `${table} rows are never changed or deleted`,
    );
  });

  it.each([
    ["Operation", inArticle],
    ["Decision", inDisagreement],
    ["Span", inArticle],
    ["Article", `WHERE id = $1`],
  ])("to delete from %s", async (table, where) => {
    const { articleId } = project;
    expect(await refusalOf(`DELETE FROM "${table}" ${where}`, [articleId])).toBe(
      `${table} rows are never changed or deleted`,
    );
  });

  it("to delete a project, a person or an assignment that work hangs on", async () => {
    const { articleId, projectId, annotators } = project;
    const byArticle = `DELETE FROM "Assignment" ${article}`;
    expect(await refusalOf(byArticle, [articleId])).toMatch(/_fkey$/);
    expect(await refusalOf(`DELETE FROM "Project" WHERE id = $1`, [projectId])).toMatch(/_fkey$/);
    const userId = annotators[0]?.userId;
    expect(await refusalOf(`DELETE FROM "User" WHERE id = $1`, [userId])).toMatch(/_fkey$/);
  });
});

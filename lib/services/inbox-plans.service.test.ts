import { beforeAll, describe, expect, it } from "vitest";

import { db } from "../db/client";
import { tallyConfusions } from "../db/confusion-tally";
import { type InboxFilter, inboxQuery } from "../db/inbox-query";
import { makeReviewedProject, type ReviewedProject } from "./testing/make-reviewed-project";
import { withClient } from "./testing/sql";

const nRows = 20_000;
type Plan = { "Node Type": string; "Relation Name"?: string; Plans?: Plan[] };

/** The statement's plan, every node of it. */
async function planOf(statement: ReturnType<typeof inboxQuery>): Promise<string[]> {
  return withClient(async (client) => {
    const { rows } = await client.query<{ "QUERY PLAN": { Plan: Plan }[] }>(
      `EXPLAIN (FORMAT JSON) ${statement.text}`,
      statement.values,
    );
    const nodes = (plan: Plan): string[] => [
      `${plan["Node Type"]} ${plan["Relation Name"] ?? ""}`,
      ...(plan.Plans ?? []).flatMap(nodes),
    ];
    return (rows[0]?.["QUERY PLAN"] ?? []).flatMap(({ Plan: plan }) => nodes(plan));
  });
}

describe("with many disagreements, the database finds a page by an index:", () => {
  let project: ReviewedProject;
  let cursor: string;
  beforeAll(async () => {
    project = await makeReviewedProject();
    await withClient(async (client) => {
      // As many articles as there would be, of which all say the same.
      await client.query(
        `INSERT INTO "Article" (id, "projectId", "externalId", title, body, sha256, "nCodePoints", outlet)
         SELECT gen_random_uuid(), "projectId", 'made ' || n, title, body, 'made ' || n, "nCodePoints",
           'Outlet ' || n % 40
         FROM "Article", generate_series(0, $2::int / 10) AS n WHERE id = $1`,
        [project.articleId, nRows],
      );
      await client.query(
        `WITH articles AS (
           SELECT id, substr("externalId", 6)::int AS at FROM "Article"
           WHERE "projectId" = $3::uuid AND "externalId" LIKE 'made %')
         INSERT INTO "Disagreement" (id, "projectId", "articleId", "familyId", kind, segment, start,
           "end", status, fingerprint, "tagIds", members, information, phrase, confusion, "annotatorIds",
           week, "codebookNumber")
         SELECT gen_random_uuid(), d."projectId",
           articles.id, (ARRAY['SOURCING','FRAMING'])[1 + n % 2],
           (ARRAY['one_sided','boundary','tag','attribute'])[1 + n % 4]::"DisagreementKind", segment,
           start, "end", (CASE WHEN n % 3 = 0 THEN 'open' ELSE 'decided' END)::"DisagreementStatus",
           'made ' || n, ARRAY['TAG_' || n % 20, 'TAG_' || n % 7], members, n % 5, 'phrase ' || n % 500,
           CASE WHEN n % 7 > 0 THEN 'a | ' || n % 30 END, "annotatorIds",
           '2026-W' || 10 + n % 40, 1 + n % 5
         FROM "Disagreement" d, generate_series(1, $2::int) AS n JOIN articles ON at = n / 10
         WHERE d.id = $1`,
        [project.disagreementId, nRows, project.projectId],
      );
      await tallyConfusions(project.projectId);
      await client.query(`ANALYZE "Disagreement", "Article", "ArticleReview", "ConfusionTally"`);
      const { rows } = await client.query<{ id: string }>(
        `SELECT id FROM "Disagreement" WHERE "projectId" = $1 AND status = 'open'
         ORDER BY id OFFSET 3000 LIMIT 1`,
        [project.projectId],
      );
      cursor = rows[0]?.id ?? "";
    });
  }, 60_000);

  it.each<[string, Partial<InboxFilter>]>([
    ["everything", {}],
    ["a status", { status: "open" }],
    ["a kind", { status: "open", kind: "tag" }],
    ["a family", { status: "open", family: "FRAMING" }],
    ["a tag", { status: "open", tag: "TAG_7" }],
    ["all of them", { status: "open", kind: "tag", family: "SOURCING", tag: "TAG_2" }],
    ["the most split first", { status: "open", order: "split" }],
    ["the most split of a kind", { status: "open", kind: "tag", order: "split" }],
    ["an article", { status: "open", article: "" }],
    ["an outlet", { status: "open", outlet: "Outlet 3" }],
    ["an outlet, the most split first", { status: "open", outlet: "Outlet 3", order: "split" }],
    ["a confusion of two tags", { status: "open", tag: "TAG_7", confusedWith: "TAG_3" }],
    [
      "a confusion, the most split first",
      { status: "open", tag: "TAG_7", confusedWith: "TAG_3", order: "split" },
    ],
    ["a week", { status: "open", week: "2026-W17" }],
    [
      "a week, the closest to a release first",
      { status: "open", week: "2026-W17", order: "release" },
    ],
    ["a codebook version", { status: "open", codebookVersion: 3 }],
    ["what speaks to somebody", { status: "open", mentionedId: "", isUnread: true }],
    ["annotators", { status: "open", annotatorIds: [""] }],
    ["the most frequent confusion first", { status: "open", order: "confusion" }],
    ["the most frequent of a family", { status: "open", family: "FRAMING", order: "confusion" }],
    ["the closest to a release first", { status: "open", order: "release" }],
    ["the closest of all statuses", { order: "release" }],
    ["the closest with a tag", { status: "open", tag: "TAG_7", order: "release" }],
  ])("%s", async (_, filter) => {
    const ids = {
      ...(filter.article === undefined ? {} : { article: project.articleId }),
      ...(filter.mentionedId === undefined ? {} : { mentionedId: project.actors.reviewer.userId }),
      ...(filter.annotatorIds
        ? { annotatorIds: project.annotators.map(({ userId }) => userId) }
        : {}),
    };
    for (const from of [{}, { cursor }]) {
      const statement = inboxQuery(project.projectId, { ...filter, ...ids, ...from, limit: 50 });
      const plan = await planOf(statement);
      // The tally has a row for each pair of tags: a page or two.
      expect(plan.filter((node) => /Seq Scan (?!ConfusionTally)/.test(node))).toEqual([]);
      expect(plan.join(", ")).toMatch(/Index/);
      const begun = performance.now();
      await db().$queryRaw(statement);
      expect(performance.now() - begun).toBeLessThan(500);
    }
  });
});

import { beforeAll, describe, expect, it } from "vitest";

import { db } from "../db/client";
import { type InboxFilter, inboxQuery } from "../db/inbox";
import { makeReviewedProject, type ReviewedProject } from "./testing/make-reviewed-project";
import { withClient } from "./testing/sql";

const nRows = 20_000;
type Plan = { "Node Type": string; Plans?: Plan[] };

/** The statement's plan, every node of it. */
async function planOf(statement: ReturnType<typeof inboxQuery>): Promise<string[]> {
  return withClient(async (client) => {
    const { rows } = await client.query<{ "QUERY PLAN": { Plan: Plan }[] }>(
      `EXPLAIN (FORMAT JSON) ${statement.text}`,
      statement.values,
    );
    const nodes = (plan: Plan): string[] => [
      plan["Node Type"],
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
      await client.query(
        `INSERT INTO "Disagreement" (id, "projectId", "articleId", "familyId", kind, segment, start,
           "end", status, fingerprint, "tagIds", members, information, phrase, confusion)
         SELECT gen_random_uuid(), "projectId", "articleId", (ARRAY['SOURCING','FRAMING'])[1 + n % 2],
           (ARRAY['one_sided','boundary','tag','attribute'])[1 + n % 4]::"DisagreementKind", segment,
           start, "end", (CASE WHEN n % 3 = 0 THEN 'open' ELSE 'decided' END)::"DisagreementStatus",
           'made ' || n, ARRAY['TAG_' || n % 20], members, n % 5, 'phrase ' || n % 500, 'a | b'
         FROM "Disagreement", generate_series(1, $2::int) AS n WHERE id = $1`,
        [project.disagreementId, nRows],
      );
      await client.query(`ANALYZE "Disagreement"`);
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
  ])("%s", async (_, filter) => {
    for (const from of [{}, { cursor }]) {
      const statement = inboxQuery(project.projectId, { ...filter, ...from, limit: 50 });
      const plan = await planOf(statement);
      expect(plan.join(", ")).not.toContain("Seq Scan");
      expect(plan.join(", ")).toMatch(/Index/);
      const begun = performance.now();
      await db().$queryRaw(statement);
      expect(performance.now() - begun).toBeLessThan(500);
    }
  });
});

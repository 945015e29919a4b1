import { v7 as uuidv7 } from "uuid";
import { describe, expect, it } from "vitest";

import type { DecisionBody, GoldInput } from "../contracts/review";
import type { Actor } from "../domain/access/actor";
import { decide } from "./decisions";
import { getDisagreement, listDisagreements } from "./review";
import { reopenAssignment } from "./submission";
import { makeReviewedProject, type ReviewedProject } from "./testing/make-reviewed-project";
import { at, makeMember } from "./testing/make-project";
import { addOf, type Mark } from "./testing/make-operations";
import { sql } from "./testing/sql";

const loaded = { quote: "complained", tagId: "LOADED" };
const label = { quote: "complained", tagId: "LABEL" };

function goldOf(mark: Mark): GoldInput {
  const { id: _, ...span } = addOf(mark).span;
  return { ...span, attributes: { ...span.attributes } };
}

function body(change: Partial<DecisionBody> = {}): DecisionBody {
  return { id: uuidv7(), outcome: "accept", spans: [goldOf(loaded)], baseRevision: 0, ...change };
}

async function goldOfArticle({ articleId }: ReviewedProject) {
  return sql<{ tagId: string; outcome: string; isRetired: boolean }>(
    `SELECT "tagId", outcome::text, "retiredAt" IS NOT NULL AS "isRetired" FROM "GoldSpan"
     WHERE "articleId" = $1 ORDER BY id`,
    [articleId],
  );
}

describe("deciding", () => {
  it("stores who decided what, and the gold with its votes", async () => {
    const project = await makeReviewedProject([[loaded], [label]]);
    const input = body({ ruleCited: "R2", comment: "shorter" });
    const decided = await decide(project.actors.reviewer, project.disagreementId, input);
    expect(decided).toMatchObject({
      status: "decided",
      decisions: [{ id: input.id, outcome: "accept", decidedBy: "R02", ruleCited: "R2" }],
    });
    const [gold] = await sql(
      `SELECT "tagId", quote, "nSupport", "nAnnotators", "decisionId" FROM "GoldSpan"
       WHERE "articleId" = $1`,
      [project.articleId],
    );
    expect(gold).toEqual({
      ...{ tagId: "LOADED", quote: "complained", nSupport: 1, nAnnotators: 2 },
      decisionId: input.id,
    });
  });

  it("again supersedes the decision before, which stays", async () => {
    const project = await makeReviewedProject([[loaded], [label]]);
    const first = body();
    const { revision } = await decide(project.actors.reviewer, project.disagreementId, first);
    const second = body({ baseRevision: revision, spans: [goldOf(label)] });
    const { decisions } = await decide(project.actors.admin, project.disagreementId, second);
    expect(decisions.map(({ id, supersedesId }) => [id, supersedesId])).toEqual([
      [first.id, null],
      [second.id, first.id],
    ]);
    expect(await goldOfArticle(project)).toEqual([
      { tagId: "LOADED", outcome: "accept", isRetired: true },
      { tagId: "LABEL", outcome: "accept", isRetired: false },
    ]);
  });

  it("with an id that is stored answers as the first time", async () => {
    const project = await makeReviewedProject([[loaded], [label]]);
    const input = body();
    const first = await decide(project.actors.reviewer, project.disagreementId, input);
    const second = await decide(project.actors.reviewer, project.disagreementId, input);
    expect(second).toEqual(first);
    expect(await goldOfArticle(project)).toHaveLength(1);
  });

  it("at the same moment with one id, as a resend does, decides once", async () => {
    const project = await makeReviewedProject([[loaded], [label]]);
    const input = body();
    const send = () => decide(project.actors.reviewer, project.disagreementId, input);
    const answers = await Promise.all([send(), send(), send()]);
    expect(answers.map(({ decisions }) => decisions.length)).toEqual([1, 1, 1]);
  });

  it.each([
    ["reject", "LABEL LOADED"],
    ["both_defensible", "LABEL LOADED"],
    ["unresolved", "LABEL LOADED"],
  ] as const)("%s keeps every version in gold with that outcome", async (outcome, tags) => {
    const project = await makeReviewedProject([[loaded], [label]]);
    const { id, baseRevision } = body();
    await decide(project.actors.reviewer, project.disagreementId, { id, baseRevision, outcome });
    const gold = await goldOfArticle(project);
    expect(
      gold
        .map(({ tagId }) => tagId)
        .sort()
        .join(" "),
    ).toBe(tags);
    expect(new Set(gold.map((one) => one.outcome))).toEqual(new Set([outcome]));
  });

  it.each<[string, Partial<DecisionBody>, object]>([
    [
      "accepts what nobody marked",
      { spans: [goldOf({ ...loaded, tagId: "DOUBT" })] },
      { path: "spans.0", reason: "not_marked_exactly" },
    ],
    [
      "misquotes",
      { outcome: "edit", spans: [{ ...goldOf(loaded), quote: "complainer" }] },
      { path: "spans.0", reason: "quote_mismatch", facts: { shown: loaded.quote } },
    ],
    [
      "uses an unknown tag",
      { outcome: "edit", spans: [goldOf({ ...loaded, tagId: "NONE" })] },
      { path: "spans.0.tagId", reason: "unknown_tag", facts: { tag: "NONE" } },
    ],
    [
      "has a bad attribute",
      { spans: [goldOf({ ...loaded, attributes: { intensity: 9 } })] },
      { path: "spans.0.attributes", reason: "bad_attribute" },
    ],
  ])("is invalid when it %s, says why, and changes nothing", async (_, change, error) => {
    const project = await makeReviewedProject([[loaded], [label]]);
    await expect(
      decide(project.actors.reviewer, project.disagreementId, body(change)),
    ).rejects.toMatchObject({
      ...{ code: "invalid", details: { reason: "gold_misfit", errors: [error] } },
    });
    expect(await goldOfArticle(project)).toEqual([]);
    const { status } = await getDisagreement(project.actors.reviewer, project.disagreementId);
    expect(status).toBe("open");
  });

  it("works while the layers are back with their annotators", async () => {
    const project = await makeReviewedProject([[loaded], [label]]);
    const { admin, reviewer } = project.actors;
    for (const id of project.assignmentIds) await reopenAssignment(admin, id);
    const { status } = await decide(reviewer, project.disagreementId, body());
    expect(status).toBe("decided");
  });
});

describe("two decisions on one disagreement", () => {
  async function race(people: (project: ReviewedProject) => Promise<Actor[]>) {
    const project = await makeReviewedProject([[loaded], [label]]);
    const actors = await people(project);
    const inputs = actors.map((_, index) =>
      body({ outcome: "accept", spans: [goldOf(index % 2 ? loaded : label)] }),
    );
    const settled = await Promise.allSettled(
      actors.map((actor, index) => decide(actor, project.disagreementId, at(inputs, index))),
    );
    return { project, settled };
  }

  it("at the same moment: one wins, the others get a conflict that carries the winner", async () => {
    const { project, settled } = await race(async ({ actors, projectId }) => [
      actors.reviewer,
      actors.admin,
      await makeMember(actors.admin, projectId, "reviewer"),
      await makeMember(actors.admin, projectId, "reviewer"),
    ]);
    const winners = settled.filter((one) => one.status === "fulfilled");
    expect(winners).toHaveLength(1);
    const [winner] = at(winners, 0).value.decisions;
    for (const loser of settled.filter((one) => one.status === "rejected")) {
      expect(loser.reason).toMatchObject({
        code: "conflict",
        details: { current: { status: "decided", decisions: [winner] } },
      });
    }
    expect(await goldOfArticle(project)).toHaveLength(1);
  });

  it("one after the other on the same revision: the second is a conflict", async () => {
    const project = await makeReviewedProject([[loaded], [label]]);
    const { reviewer, admin } = project.actors;
    const first = await decide(reviewer, project.disagreementId, body());
    await expect(
      decide(admin, project.disagreementId, body({ spans: [goldOf(label)] })),
    ).rejects.toMatchObject({ code: "conflict", details: { current: first } });
  });

  it("with one id but another outcome: the second is a conflict, whoever sends it", async () => {
    const project = await makeReviewedProject([[loaded], [label]]);
    const { reviewer, admin } = project.actors;
    const first = body();
    await decide(reviewer, project.disagreementId, first);
    const other = { ...first, spans: [goldOf(label)] };
    for (const [actor, input] of [[reviewer, other] as const, [admin, first] as const]) {
      await expect(decide(actor, project.disagreementId, input)).rejects.toMatchObject({
        ...{ code: "conflict", details: { current: { decisions: [{ id: first.id }] } } },
      });
    }
  });

  it("an id used on another disagreement is a conflict there", async () => {
    const vague = { quote: "one Western official", tagId: "VAGUE" };
    const project = await makeReviewedProject([[loaded, vague], []]);
    const { reviewer } = project.actors;
    const { items } = await listDisagreements(reviewer, project.projectId, { limit: 50 });
    const input = { id: uuidv7(), outcome: "reject", baseRevision: 0 } as const;
    const { nextOpenId } = await decide(reviewer, at(items, 0).id, input);
    expect(nextOpenId).toBe(at(items, 1).id);
    await expect(decide(reviewer, at(items, 1).id, input)).rejects.toMatchObject({
      code: "conflict",
    });
  });
});

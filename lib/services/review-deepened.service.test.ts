import { v7 as uuidv7 } from "uuid";
import { describe, expect, it } from "vitest";

import { decide } from "./decisions";
import { getDisagreement, getReviewSummary, listDisagreements, listSimilar } from "./review";
import { addComment, listComments } from "./review-comments";
import { getArticleGold } from "./review-gold";
import { listPrecedents, listRules } from "./review-precedents";
import { undoDecision } from "./review-undo";
import { handIn } from "./testing/make-operations";
import { makeReviewedProject, type ReviewedProject } from "./testing/make-reviewed-project";
import { assignArticle, at, makeProject } from "./testing/make-project";
import { sql } from "./testing/sql";

const loaded = { quote: "complained", tagId: "LOADED" };
const label = { quote: "complained", tagId: "LABEL" };
const vague = { quote: "one Western official", tagId: "VAGUE" };
const all = { limit: 50 };

/** The same article text once more, handed in by both. */
async function addArticle(project: ReviewedProject, marks: (typeof loaded)[][]) {
  const { articleId, assignmentIds } = await assignArticle(project);
  for (const [index, mine] of marks.entries()) {
    await handIn(at(project.annotators, index), at(assignmentIds, index), mine);
  }
  return articleId;
}

describe("the inbox", () => {
  it("counts by status and kind, and knows who is asking", async () => {
    const project = await makeReviewedProject([[loaded, vague], [label]]);
    const { reviewer } = project.actors;
    await decide(reviewer, project.disagreementId, {
      ...{ id: uuidv7(), outcome: "reject", baseRevision: 0 },
    });
    const { viewer, counts } = await getReviewSummary(reviewer, project.projectId);
    expect(viewer).toBe("R02");
    const byKind = counts.map(({ status, kind, count }) => `${status} ${kind} ${count}`);
    expect(byKind.sort()).toEqual(["decided tag 1", "open one_sided 1"]);
  });

  it("shows the most split first, a page at a time, each once", async () => {
    const project = await makeReviewedProject([[loaded, vague], [label], [label]]);
    await addArticle(project, [[loaded], [label], []]);
    const { reviewer } = project.actors;
    const bits: number[] = [];
    let cursor: string | undefined;
    do {
      const query = { ...(cursor ? { cursor } : {}), order: "split", limit: 1 } as const;
      const page = await listDisagreements(reviewer, project.projectId, query);
      bits.push(...page.items.map(({ information }) => information));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(bits).toHaveLength(3);
    expect(bits[0]).toBeCloseTo(Math.log2(3));
    expect(bits[1]).toBeCloseTo(0.918, 3);
    expect(bits[2]).toBe(bits[1]);
  });

  it("tells how split it is anew when one more hands in", async () => {
    const project = await makeProject({ nAnnotators: 3 });
    const { assignmentIds } = await assignArticle(project);
    const bits: number[] = [];
    for (const [index, mine] of [[loaded], [label], [vague]].entries()) {
      await handIn(at(project.annotators, index), at(assignmentIds, index), mine);
      const query = { kind: "tag", limit: 50 } as const;
      const one = await listDisagreements(project.actors.admin, project.projectId, {
        ...(index < 2 ? query : { ...query, kind: "one_sided", tag: "LABEL" }),
      });
      bits.push(...one.items.map(({ information }) => information));
    }
    expect(bits).toEqual([1, expect.closeTo(Math.log2(3))]);
  });

  it("gives everybody the same order of versions, and not always the order of names", async () => {
    const project = await makeReviewedProject([[loaded], [label]]);
    const { admin, reviewer } = project.actors;
    const orders = new Set<string>();
    for (let n = 0; n < 8; n++) await addArticle(project, [[loaded], [label]]);
    const { items } = await listDisagreements(reviewer, project.projectId, all);
    for (const { id } of items) {
      const { annotators } = await getDisagreement(reviewer, id);
      expect((await getDisagreement(admin, id)).annotators).toEqual(annotators);
      orders.add(annotators.join(" "));
    }
    expect([...orders].sort()).toEqual(["A01 A02", "A02 A01"]);
  });
});

describe("similar cases", () => {
  it("are waiting ones of the project with the same words or the same tags", async () => {
    const project = await makeReviewedProject([[loaded], [label]]);
    const elsewhere = await makeReviewedProject([[loaded], [label]]);
    const { reviewer } = project.actors;
    await addArticle(project, [[loaded, vague], []]);
    await addArticle(project, [
      [{ quote: "creeping expansion", tagId: "LOADED" }],
      [{ quote: "creeping expansion", tagId: "LABEL" }],
    ]);
    const { items } = await listSimilar(reviewer, project.disagreementId);
    const found = items.map(({ likeness, members }) => `${likeness} ${at(members, 0).quote}`);
    expect(found).toEqual(["phrase complained", "tags creeping expansion"]);
    expect(items.map(({ projectId }) => projectId)).not.toContain(elsewhere.projectId);

    const [first] = items;
    const decision = { id: uuidv7(), outcome: "reject", baseRevision: 0 } as const;
    await decide(reviewer, first?.id ?? "", decision);
    expect((await listSimilar(reviewer, project.disagreementId)).items).toHaveLength(1);
  });
});

describe("the decisions of a rule", () => {
  it("are listed with whether they stand; gaps are a rule of their own", async () => {
    const project = await makeReviewedProject([[loaded, vague], []]);
    const { actors, projectId } = project;
    const { items } = await listDisagreements(actors.reviewer, projectId, all);
    const [one, other] = [at(items, 0).id, at(items, 1).id];
    const base = { outcome: "reject", baseRevision: 0 } as const;
    const taken = { ...base, id: uuidv7(), ruleCited: "R2", comment: "no" };
    await decide(actors.reviewer, one, taken);
    await undoDecision(actors.reviewer, one, { id: uuidv7(), decisionId: taken.id });
    await decide(actors.admin, one, { ...base, id: uuidv7(), ruleCited: "R2", baseRevision: 2 });
    await decide(actors.admin, other, { ...base, id: uuidv7(), ruleCited: "GAP" });

    const page = await listPrecedents(actors.reviewer, projectId, "R2", all);
    expect(page.rule.id).toBe("R2");
    expect(page.items.map(({ decidedBy, isStanding }) => [decidedBy, isStanding])).toEqual([
      ["R01", true],
      ["R02", false],
    ]);
    const { nextCursor } = await listPrecedents(actors.reviewer, projectId, "R2", { limit: 1 });
    const rest = { limit: 1, cursor: nextCursor ?? "" };
    const last = await listPrecedents(actors.reviewer, projectId, "R2", rest);
    expect(last.items.map(({ id }) => id)).toEqual([taken.id]);
    expect(last.nextCursor).toBeNull();

    const { items: rules } = await listRules(actors.reviewer, projectId);
    expect(rules.filter(({ count }) => count > 0)).toMatchObject([
      { id: "R2", count: 2 },
      { id: "GAP", count: 1 },
    ]);
    await expect(listPrecedents(actors.reviewer, projectId, "R99", all)).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("a discussion", () => {
  it("keeps what was said, once, in order", async () => {
    const { actors, disagreementId } = await makeReviewedProject();
    const first = { id: uuidv7(), text: "@R01 is this loaded?" };
    await addComment(actors.reviewer, disagreementId, first);
    await addComment(actors.reviewer, disagreementId, first);
    await addComment(actors.admin, disagreementId, { id: uuidv7(), text: "It is." });
    const { items } = await listComments(actors.reviewer, disagreementId);
    expect(items.map(({ author, text }) => `${author}: ${text}`)).toEqual([
      "R02: @R01 is this loaded?",
      "R01: It is.",
    ]);
    const rewrite = sql(`UPDATE "Comment" SET text = 'No.' WHERE id = $1`, [first.id]);
    await expect(rewrite).rejects.toThrow("Comment rows are never changed or deleted");
  });

  it("refuses another's id, or another text under one's own", async () => {
    const { actors, disagreementId } = await makeReviewedProject();
    const first = { id: uuidv7(), text: "One" };
    await addComment(actors.reviewer, disagreementId, first);
    const others = [
      [actors.admin, first],
      [actors.reviewer, { ...first, text: "Two" }],
    ] as const;
    for (const [actor, comment] of others) {
      await expect(addComment(actor, disagreementId, comment)).rejects.toMatchObject({
        code: "conflict",
      });
    }
  });
});

describe("an article's gold", () => {
  it("is what stands, with where it came from, and what stood before", async () => {
    const project = await makeReviewedProject([
      [loaded, vague],
      [label, vague],
    ]);
    const { actors, projectId, articleId, disagreementId } = project;
    const read = () => getArticleGold(actors.researcher, projectId, articleId);
    expect(await read()).toMatchObject({
      ...{ nWaiting: 1, history: [] },
      spans: [{ outcome: "unanimous", supporters: ["A01", "A02"], decision: null }],
    });
    const decision = { id: uuidv7(), outcome: "both_defensible", baseRevision: 0 } as const;
    await decide(actors.reviewer, disagreementId, { ...decision, ruleCited: "R2", comment: "so" });
    const { nWaiting, spans } = await read();
    expect(nWaiting).toBe(0);
    expect(spans.filter(({ outcome }) => outcome === "both_defensible")).toMatchObject(
      ["R02", "R02"].map((decidedBy) => ({
        ...{ supporters: [expect.stringMatching(/^A0[12]$/)], nAnnotators: 2 },
        decision: { disagreementId, decidedBy, ruleCited: "R2", comment: "so" },
      })),
    );
    await undoDecision(actors.reviewer, disagreementId, { id: uuidv7(), decisionId: decision.id });
    const after = await read();
    expect(after.spans).toHaveLength(1);
    expect(after.history.map(({ tagId }) => tagId).sort()).toEqual(["LABEL", "LOADED"]);
  });

  it("isn't there under another project's address", async () => {
    const here = await makeReviewedProject();
    const { articleId } = await makeReviewedProject();
    await expect(
      getArticleGold(here.actors.admin, here.projectId, articleId),
    ).rejects.toMatchObject({ code: "not_found" });
  });
});

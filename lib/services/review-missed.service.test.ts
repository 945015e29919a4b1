import { v7 as uuidv7 } from "uuid";
import { describe, expect, it } from "vitest";

import { decide } from "./decisions";
import { getDisagreement, listDisagreements } from "./review";
import { appeal } from "./review-appeals";
import { getFeedback } from "./review-feedback";
import { getArticleGold } from "./review-gold";
import { addMissedSpan } from "./review-missed";
import { listPrecedents } from "./review-precedents";
import { undoDecision } from "./review-undo";
import { reopenAssignment } from "./submission";
import { assignArticle, at, makeProject } from "./testing/make-project";
import { addOf, handIn, type Mark } from "./testing/make-operations";
import { makeReviewedProject } from "./testing/make-reviewed-project";

const loaded = { quote: "complained", tagId: "LOADED" };
const label = { quote: "complained", tagId: "LABEL" };
const vague = { quote: "one Western official", tagId: "VAGUE" };
const refusal = { quote: "refusal", tagId: "LOADED" };

function bodyOf(mark: Mark, id = uuidv7()) {
  const { id: _, ...span } = addOf(mark).span;
  return { id, span, ruleCited: "R1", comment: "All read past it." };
}

/** Both marked the same, so nothing is in the inbox. */
async function agreed() {
  const project = await makeReviewedProject([[vague], [vague]]);
  const { actors, projectId, articleId } = project;
  const add = (body = bodyOf(loaded), actor = actors.reviewer) =>
    addMissedSpan(actor, projectId, articleId, body);
  const gold = async () => (await getArticleGold(actors.reviewer, projectId, articleId)).spans;
  const inbox = async (view = {}) =>
    (await listDisagreements(actors.reviewer, projectId, { ...view, limit: 50 })).items;
  return { ...project, add, gold, inbox };
}

describe("what all missed", () => {
  it("is gold with its provenance, on an article with nothing to decide", async () => {
    const { add, gold, inbox, actors } = await agreed();
    const body = bodyOf(loaded);
    const { spans } = await add(body);
    expect(spans).toHaveLength(2);
    expect(await gold()).toContainEqual(
      expect.objectContaining({
        ...{ outcome: "add", tagId: "LOADED", quote: "complained" },
        ...{ supporters: [], nAnnotators: 2, retiredAt: null },
        decision: expect.objectContaining({
          ...{ disagreementId: body.id, decidedBy: "R02", ruleCited: "R1", comment: body.comment },
        }) as unknown,
      }),
    );
    expect(await inbox({ status: "open" })).toEqual([]);
    expect(await inbox({ kind: "missed" })).toMatchObject([{ status: "decided", members: [] }]);
    const { decisions, annotators } = await getDisagreement(actors.reviewer, body.id);
    expect(decisions).toMatchObject([{ id: body.id, outcome: "add", spans: [body.span] }]);
    expect(annotators).toHaveLength(2);
  });

  it("is stored once however often it is sent, and not under somebody else's id", async () => {
    const { add, gold, actors } = await agreed();
    const body = bodyOf(loaded);
    await Promise.all([add(body), add(body)]);
    expect(await gold()).toHaveLength(2);
    await expect(add(body, actors.admin)).rejects.toMatchObject({ code: "conflict" });
    await expect(add(bodyOf(refusal, body.id))).rejects.toMatchObject({ code: "conflict" });
  });

  it("is taken back, and leaves nothing to decide", async () => {
    const { add, gold, inbox, actors, projectId, articleId } = await agreed();
    const body = bodyOf(loaded);
    await add(body);
    await undoDecision(actors.reviewer, body.id, { id: uuidv7(), decisionId: body.id });
    expect(await gold()).toHaveLength(1);
    expect(await inbox()).toEqual([]);
    const { history } = await getArticleGold(actors.reviewer, projectId, articleId);
    expect(history).toMatchObject([{ outcome: "add", tagId: "LOADED" }]);
    await add(bodyOf(loaded));
    expect(await gold()).toHaveLength(2);
  });

  it("is told to annotators, whose appeal brings it to the inbox", async () => {
    const { add, inbox, actors, annotators, assignmentIds } = await agreed();
    const body = bodyOf(loaded);
    await add(body);
    const { findings } = await getFeedback(at(annotators, 0), at(assignmentIds, 0));
    expect(findings.find(({ kind }) => kind === "missed")).toMatchObject({ mayAppeal: true });
    const reason = "It is a neutral verb.";
    const sent = { id: uuidv7(), decisionId: body.id, reason };
    await appeal(at(annotators, 0), at(assignmentIds, 0), sent);
    expect(await inbox({ status: "stale" })).toMatchObject([{ kind: "missed", isAppealed: true }]);
    const { revision } = await getDisagreement(actors.reviewer, body.id);
    const nothing = { id: uuidv7(), outcome: "reject", baseRevision: revision } as const;
    const { status } = await decide(actors.reviewer, body.id, nothing);
    expect(status).toBe("decided");
  });

  it("stays when layers change elsewhere, and is stale once somebody marks it", async () => {
    const { add, gold, inbox, actors, annotators, assignmentIds } = await agreed();
    await add(bodyOf(loaded));
    const change = async (mark: Mark) => {
      await reopenAssignment(actors.admin, at(assignmentIds, 0));
      await handIn(at(annotators, 0), at(assignmentIds, 0), [mark]);
    };
    await change(refusal);
    await change(label);
    expect(await inbox({ kind: "missed" })).toMatchObject([{ status: "decided" }]);
    expect(await gold()).toHaveLength(2);
    await change(loaded);
    const [stale] = await inbox({ kind: "missed" });
    expect(stale).toMatchObject({ status: "stale", isAppealed: false });
    expect(await gold()).toHaveLength(1);
    // Decided in its view, it doesn't come back with each change elsewhere.
    const nothing = {
      id: uuidv7(),
      outcome: "reject",
      baseRevision: stale?.revision ?? 0,
    } as const;
    await decide(actors.reviewer, stale?.id ?? "", nothing);
    await change({ quote: "creeping expansion", tagId: "LOADED" });
    expect(await inbox({ kind: "missed" })).toMatchObject([{ status: "decided" }]);
  });

  it("is a precedent of its rule with what was added", async () => {
    const { add, actors, projectId } = await agreed();
    await add();
    const { items } = await listPrecedents(actors.reviewer, projectId, "R1", { limit: 10 });
    expect(items).toMatchObject([{ kind: "missed", quotes: ["complained"], isStanding: true }]);
  });

  it("can't be what an annotator marked, what gold has, or what fits nowhere", async () => {
    const { add } = await agreed();
    await add(bodyOf(loaded));
    const wrong = bodyOf(refusal);
    for (const body of [
      bodyOf(vague),
      bodyOf({ quote: "complained", tagId: "LOADED" }),
      bodyOf({ quote: "refusal", tagId: "CLAIM" }),
      { ...wrong, span: { ...wrong.span, quote: "another" } },
      { ...wrong, span: { ...wrong.span, tagId: "NONE" } },
    ]) {
      await expect(add(body)).rejects.toMatchObject({ code: "invalid" });
    }
    await add(bodyOf(label));
  });

  it("needs somebody who handed the article in, and an article of the project", async () => {
    const project = await makeProject();
    const { articleId, assignmentIds } = await assignArticle(project);
    const { projectId, actors } = project;
    const add = (id = articleId) => addMissedSpan(actors.reviewer, projectId, id, bodyOf(loaded));
    await expect(add()).rejects.toMatchObject({ code: "conflict" });
    await handIn(at(project.annotators, 0), at(assignmentIds, 0), []);
    expect((await add()).spans).toHaveLength(1);
    const elsewhere = await makeReviewedProject();
    await expect(add(elsewhere.articleId)).rejects.toMatchObject({ code: "not_found" });
  });
});

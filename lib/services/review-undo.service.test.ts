import { v7 as uuidv7 } from "uuid";
import { describe, expect, it } from "vitest";

import type { DecisionBody, GoldInput } from "../contracts/review";
import { saveOperations } from "./annotation";
import { decide } from "./decisions";
import { getDisagreement } from "./review";
import { undoDecision } from "./review-undo";
import { reopenAssignment, submitAssignment } from "./submission";
import { addOf, type Mark } from "./testing/make-operations";
import { makeReviewedProject, type ReviewedProject } from "./testing/make-reviewed-project";
import { at } from "./testing/make-project";
import { sql } from "./testing/sql";

const loaded = { quote: "complained", tagId: "LOADED" };
const label = { quote: "complained", tagId: "LABEL" };

function accept(mark: Mark, baseRevision: number): DecisionBody & { spans: GoldInput[] } {
  const { id: _, ...span } = addOf(mark).span;
  const spans = [{ ...span, attributes: {} }];
  return { id: uuidv7(), outcome: "accept", spans, baseRevision };
}

/** LOADED against LABEL, and who decides. */
async function open() {
  const project = await makeReviewedProject([[loaded], [label]]);
  const { admin, reviewer } = project.actors;
  const { disagreementId } = project;
  const read = () => getDisagreement(reviewer, disagreementId);
  return { project, admin, reviewer, disagreementId, read };
}

async function goldInForce({ articleId }: ReviewedProject) {
  return sql<{ tagId: string; decisionId: string }>(
    `SELECT "tagId", "decisionId" FROM "GoldSpan" WHERE "articleId" = $1 AND "retiredAt" IS NULL`,
    [articleId],
  );
}

describe("taking a decision back", () => {
  it("opens the disagreement again, without gold, and keeps both rows", async () => {
    const { project, reviewer, disagreementId } = await open();
    const decision = accept(loaded, 0);
    await decide(reviewer, disagreementId, decision);
    const undo = { id: uuidv7(), decisionId: decision.id };
    const undone = await undoDecision(reviewer, disagreementId, undo);
    expect(undone).toMatchObject({
      ...{ status: "open", revision: 2 },
      decisions: [
        { id: decision.id, outcome: "accept" },
        { id: undo.id, outcome: "undone", supersedesId: decision.id, decidedBy: "R02" },
      ],
    });
    expect(await goldInForce(project)).toEqual([]);
    const again = await decide(reviewer, disagreementId, accept(label, 2));
    expect(again.status).toBe("decided");
    expect(await goldInForce(project)).toMatchObject([{ tagId: "LABEL" }]);
  });

  it("brings back the decision before, with its gold, as often as that happens", async () => {
    const { project, admin, reviewer, disagreementId } = await open();
    const first = accept(loaded, 0);
    await decide(admin, disagreementId, first);
    for (const baseRevision of [1, 3]) {
      const second = accept(label, baseRevision);
      await decide(reviewer, disagreementId, second);
      const undo = { id: uuidv7(), decisionId: second.id };
      const { status } = await undoDecision(reviewer, disagreementId, undo);
      expect(status).toBe("decided");
      expect(await goldInForce(project)).toEqual([{ tagId: "LOADED", decisionId: first.id }]);
    }
  });

  it("with an id that is stored answers as the first time", async () => {
    const { reviewer, disagreementId } = await open();
    const decision = accept(loaded, 0);
    await decide(reviewer, disagreementId, decision);
    const undo = { id: uuidv7(), decisionId: decision.id };
    const send = () => undoDecision(reviewer, disagreementId, undo);
    const answers = await Promise.all([send(), send(), send()]);
    expect(answers.map(({ decisions }) => decisions.length)).toEqual([2, 2, 2]);
  });

  it("is for who made it alone", async () => {
    const { admin, reviewer, disagreementId, read } = await open();
    const decision = accept(loaded, 0);
    await decide(reviewer, disagreementId, decision);
    const undo = { id: uuidv7(), decisionId: decision.id };
    await expect(undoDecision(admin, disagreementId, undo)).rejects.toMatchObject({
      code: "forbidden",
    });
    expect((await read()).status).toBe("decided");
  });

  it("is a conflict once somebody decided again, or it was taken back already", async () => {
    const { admin, reviewer, disagreementId } = await open();
    const first = accept(loaded, 0);
    await decide(reviewer, disagreementId, first);
    const second = accept(label, 1);
    const current = await decide(admin, disagreementId, second);
    const late = { id: uuidv7(), decisionId: first.id };
    await expect(undoDecision(reviewer, disagreementId, late)).rejects.toMatchObject({
      ...{ code: "conflict", details: { current } },
    });
    await undoDecision(admin, disagreementId, { id: uuidv7(), decisionId: second.id });
    await expect(
      undoDecision(admin, disagreementId, { id: uuidv7(), decisionId: second.id }),
    ).rejects.toMatchObject({ code: "conflict" });
  });

  it("leads to no decision that was made on other spans", async () => {
    const { project, admin, reviewer, disagreementId, read } = await open();
    const { annotators, assignmentIds } = project;
    await decide(reviewer, disagreementId, accept(loaded, 0));
    const doubt = addOf({ quote: "complained", tagId: "DOUBT" });
    await reopenAssignment(admin, at(assignmentIds, 0));
    await saveOperations(at(annotators, 0), at(assignmentIds, 0), [doubt]);
    const answers = { nothingFound: false, answers: {} };
    await submitAssignment(at(annotators, 0), at(assignmentIds, 0), answers);
    const { status, revision } = await read();
    expect(status).toBe("stale");
    const second = accept(label, revision);
    await decide(reviewer, disagreementId, second);
    const undo = { id: uuidv7(), decisionId: second.id };
    expect((await undoDecision(reviewer, disagreementId, undo)).status).toBe("stale");
    expect(await goldInForce(project)).toEqual([]);
  });
});

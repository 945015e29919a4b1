import { v7 as uuidv7 } from "uuid";
import { describe, expect, it } from "vitest";

import { defaultCodebook } from "../domain/codebook/default-codebook";
import { saveOperations } from "./annotation";
import { publishCodebook } from "./codebook";
import { decide } from "./decisions";
import { getDisagreement, listDisagreements } from "./review";
import { reopenAssignment, submitAssignment } from "./submission";
import { makeReviewedProject, type ReviewedProject } from "./testing/make-reviewed-project";
import { at } from "./testing/make-project";
import { addOf, removeOf, retagOf } from "./testing/make-operations";
import { sql } from "./testing/sql";

const loaded = { quote: "complained", tagId: "LOADED" };
const label = { quote: "complained", tagId: "LABEL" };

/** LOADED against LABEL, decided for LOADED by the reviewer. */
async function decided() {
  const project = await makeReviewedProject([[loaded], [label]]);
  const { id: spanId, ...gold } = addOf(loaded).span;
  const spans = [{ ...gold, attributes: {} }];
  const input = { id: uuidv7(), outcome: "accept", spans, baseRevision: 0 } as const;
  await decide(project.actors.reviewer, project.disagreementId, input);
  const read = () => getDisagreement(project.actors.reviewer, project.disagreementId);
  return { project, decisionId: input.id, spans, read };
}

async function reopen({ actors, assignmentIds }: ReviewedProject, index: number) {
  await reopenAssignment(actors.admin, at(assignmentIds, index));
}

function submit({ annotators, assignmentIds }: ReviewedProject, index: number) {
  const answers = { nothingFound: false, answers: {} };
  return submitAssignment(at(annotators, index), at(assignmentIds, index), answers);
}

async function retagFirst({ annotators, assignmentIds }: ReviewedProject, tagId: string) {
  const [span] = await sql<{ id: string; revision: number }>(
    `SELECT id, revision FROM "Span" WHERE "assignmentId" = $1 AND "removedAt" IS NULL`,
    [at(assignmentIds, 0)],
  );
  if (!span) throw new Error("the first layer has no span");
  const edit = retagOf(span.id, span.revision, tagId);
  await saveOperations(at(annotators, 0), at(assignmentIds, 0), [edit]);
  return span;
}

async function goldInForce({ articleId }: ReviewedProject): Promise<string[]> {
  const rows = await sql<{ tagId: string }>(
    `SELECT "tagId" FROM "GoldSpan" WHERE "articleId" = $1 AND "retiredAt" IS NULL`,
    [articleId],
  );
  return rows.map(({ tagId }) => tagId);
}

describe("a decision", () => {
  it("stands while a layer is back with its annotator, and when it returns unchanged", async () => {
    const { project, decisionId, read } = await decided();
    await reopen(project, 0);
    expect(await read()).toMatchObject({ status: "decided", decisions: [{ id: decisionId }] });
    await submit(project, 0);
    expect(await read()).toMatchObject({ status: "decided", decisions: [{ id: decisionId }] });
    expect(await goldInForce(project)).toEqual(["LOADED"]);
  });

  it("is stale and back in the inbox when its spans changed, and its gold is retired", async () => {
    const { project, decisionId, read } = await decided();
    await reopen(project, 0);
    await retagFirst(project, "DOUBT");
    await submit(project, 0);
    const stale = await read();
    expect(stale).toMatchObject({ status: "stale", decisions: [{ id: decisionId }] });
    expect(stale.members.map(({ tagId }) => tagId).sort()).toEqual(["DOUBT", "LABEL"]);
    const { reviewer } = project.actors;
    const inbox = await listDisagreements(reviewer, project.projectId, {
      ...{ status: "stale", limit: 50 },
    });
    expect(inbox.items.map(({ id }) => id)).toEqual([project.disagreementId]);
    expect(await goldInForce(project)).toEqual([]);
  });

  it("made on the spans as they were is a conflict", async () => {
    const { project, spans, read } = await decided();
    const { revision } = await read();
    await reopen(project, 0);
    await retagFirst(project, "DOUBT");
    await submit(project, 0);
    const late = { id: uuidv7(), outcome: "accept", spans, baseRevision: revision } as const;
    await expect(
      decide(project.actors.reviewer, project.disagreementId, late),
    ).rejects.toMatchObject({ code: "conflict", details: { current: { status: "stale" } } });
  });

  it("is kept when the annotators agree now, and the agreement is gold", async () => {
    const { project, decisionId, read } = await decided();
    await reopen(project, 0);
    await retagFirst(project, "LABEL");
    await submit(project, 0);
    const { decisions, revision } = await read();
    expect(decisions).toMatchObject([{ id: decisionId }]);
    expect(await goldInForce(project)).toEqual(["LABEL"]);
    const late = { id: uuidv7(), outcome: "reject", baseRevision: revision } as const;
    await expect(
      decide(project.actors.reviewer, project.disagreementId, late),
    ).rejects.toMatchObject({ code: "conflict" });
    const { items } = await listDisagreements(project.actors.reviewer, project.projectId, {
      limit: 50,
    });
    expect(items).toEqual([]);
  });

  it("asks to be looked at again, not afresh, after all layers were away and came back", async () => {
    const { project, decisionId, read } = await decided();
    await reopen(project, 0);
    await reopen(project, 1);
    await submit(project, 0);
    await submit(project, 1);
    expect(await read()).toMatchObject({ status: "stale", decisions: [{ id: decisionId }] });
  });

  it("can accept a tag that a newer codebook has retired, and nothing else can use it", async () => {
    const { project, spans, read } = await decided();
    const retired = new Set(["LOADED", "THREAT"]);
    const families = defaultCodebook.families.map((family) => ({
      ...family,
      tags: family.tags.map((tag) => (retired.has(tag.id) ? { ...tag, isRetired: true } : tag)),
    }));
    const { admin } = project.actors;
    await publishCodebook(admin, project.projectId, { ...defaultCodebook, families });
    const threat = spans.map((span) => ({ ...span, tagId: "THREAT" }));
    const edit = { id: uuidv7(), outcome: "edit", baseRevision: 1, spans: threat } as const;
    await expect(decide(admin, project.disagreementId, edit)).rejects.toMatchObject({
      code: "invalid",
    });
    const { revision } = await read();
    const again = { id: uuidv7(), outcome: "accept", spans, baseRevision: revision } as const;
    const { decisions } = await decide(project.actors.admin, project.disagreementId, again);
    expect(decisions).toHaveLength(2);
    const numbers = await sql(
      `SELECT number FROM "GoldSpan" JOIN "CodebookVersion" v ON v.id = "codebookVersionId"
       WHERE "articleId" = $1 AND "retiredAt" IS NULL`,
      [project.articleId],
    );
    expect(numbers).toEqual([{ number: 1 }]);
  });
});

describe("an agreement", () => {
  it("stops being gold when one of its layers changes, and is again when it changes back", async () => {
    const project = await makeReviewedProject([[loaded], [loaded]]);
    expect(await goldInForce(project)).toEqual(["LOADED"]);
    await reopen(project, 0);
    const { id, revision } = await retagFirst(project, "DOUBT");
    await submit(project, 0);
    expect(await goldInForce(project)).toEqual([]);
    await reopen(project, 0);
    const [annotator, assignmentId] = [at(project.annotators, 0), at(project.assignmentIds, 0)];
    const undo = retagOf(id, revision + 1, "LOADED");
    await saveOperations(annotator, assignmentId, [undo]);
    await submit(project, 0);
    expect(await goldInForce(project)).toEqual(["LOADED"]);
  });

  it("leaves nothing to decide when a one-sided span is taken back", async () => {
    const project = await makeReviewedProject();
    const [annotator, assignmentId] = [at(project.annotators, 0), at(project.assignmentIds, 0)];
    await reopen(project, 0);
    const { id } = await retagFirst(project, "DOUBT");
    await saveOperations(annotator, assignmentId, [removeOf(id, 2)]);
    await submitAssignment(annotator, assignmentId, { nothingFound: true, answers: {} });
    const { reviewer } = project.actors;
    const { items } = await listDisagreements(reviewer, project.projectId, { limit: 50 });
    expect(items).toEqual([]);
  });
});

it("resubmitting while a reviewer decides ends in order for both", async () => {
  for (let round = 0; round < 6; round += 1) {
    const { project, spans, read } = await decided();
    await reopen(project, 0);
    await retagFirst(project, "DOUBT");
    const { revision } = await read();
    const input = { id: uuidv7(), outcome: "accept", spans, baseRevision: revision } as const;
    const deciding = decide(project.actors.reviewer, project.disagreementId, input);
    const [state, decision] = await Promise.allSettled([submit(project, 0), deciding]);
    expect(state).toMatchObject({ value: { status: "submitted" } });
    if (decision.status === "rejected") {
      expect(decision.reason).toMatchObject({ code: "conflict" });
    }
    expect((await read()).status).toBe("stale");
    expect(await goldInForce(project)).toEqual([]);
  }
});

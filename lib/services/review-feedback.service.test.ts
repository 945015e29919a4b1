import { v7 as uuidv7 } from "uuid";
import { describe, expect, it } from "vitest";

import { decide } from "./decisions";
import { getDisagreement, listDisagreements } from "./review";
import { appeal } from "./review-appeals";
import { getFeedback, listFeedback } from "./review-feedback";
import { getArticleGold } from "./review-gold";
import { undoDecision } from "./review-undo";
import { reopenAssignment } from "./submission";
import { addOf, handIn } from "./testing/make-operations";
import { makeReviewedProject, type ReviewedProject } from "./testing/make-reviewed-project";
import { assignArticle, at, makeProject } from "./testing/make-project";
import { sql } from "./testing/sql";

const loaded = { quote: "complained", tagId: "LOADED" };
const label = { quote: "complained", tagId: "LABEL" };
const longer = { quote: "creeping expansion", tagId: "LOADED" };
const vague = { quote: "one Western official", tagId: "VAGUE" };
const all = { limit: 50 };

/** LOADED against LABEL, decided for LABEL under a rule; both agree on VAGUE. */
async function decided() {
  const project = await makeReviewedProject([
    [loaded, vague],
    [label, vague],
  ]);
  const { id: _, ...gold } = addOf(label).span;
  const decision = {
    id: uuidv7(),
    outcome: "accept" as const,
    spans: [{ ...gold, attributes: {} }],
    ...{ baseRevision: 0, ruleCited: "R2", comment: "It names." },
  };
  await decide(project.actors.reviewer, project.disagreementId, decision);
  const read = (index: number) =>
    getFeedback(at(project.annotators, index), at(project.assignmentIds, index));
  return { project, decision, read };
}

function appealAs({ annotators, assignmentIds }: ReviewedProject, index: number, body: object) {
  const reason = "It judges more than it names.";
  const appealed = { id: uuidv7(), decisionId: "", reason, ...body };
  return appeal(at(annotators, index), at(assignmentIds, index), appealed);
}

describe("feedback", () => {
  it("tells each annotator what was changed and why, and what was accepted", async () => {
    const { decision, read } = await decided();
    const { findings, counts, rules, waiting } = await read(0);
    expect(counts).toEqual({ found: 1, boundary_differs: 0, other_tag: 1, missed: 0, extra: 0 });
    expect(findings.find(({ kind }) => kind === "other_tag")).toMatchObject({
      mark: { tagId: "LOADED", quote: "complained" },
      gold: { tagId: "LABEL", outcome: "accept" },
      decision: { id: decision.id, ruleCited: "R2", comment: "It names.", decidedBy: "R02" },
      ...{ mayAppeal: true, appeals: [] },
    });
    expect(findings.find(({ kind }) => kind === "found")).toMatchObject({ decision: null });
    expect(rules.map(({ id }) => id)).toEqual(["R2"]);
    expect(waiting).toEqual([]);
    expect((await read(1)).counts).toMatchObject({ found: 2, other_tag: 0 });
  });

  it("names what was left out by its own decision, and what was missed", async () => {
    const project = await makeReviewedProject([[loaded, longer], []]);
    const { reviewer } = project.actors;
    const { items } = await listDisagreements(reviewer, project.projectId, all);
    const { id: _, ...gold } = addOf(longer).span;
    for (const { id, members } of items) {
      const isLonger = members[0]?.quote === longer.quote;
      await decide(reviewer, id, {
        ...{ id: uuidv7(), baseRevision: 0 },
        ...(isLonger
          ? { outcome: "accept", spans: [{ ...gold, attributes: {} }] }
          : { outcome: "reject" }),
      });
    }
    const read = (index: number) =>
      getFeedback(at(project.annotators, index), at(project.assignmentIds, index));
    expect((await read(0)).findings.map(({ kind, decision }) => [kind, decision?.outcome])).toEqual(
      [
        ["extra", "reject"],
        ["found", "accept"],
      ],
    );
    expect((await read(1)).findings).toMatchObject([{ kind: "missed", mark: null }]);
  });

  it("isn't there for others, before it is submitted, nor before anything is decided", async () => {
    const { project, read } = await decided();
    const missing = { code: "not_found" };
    const [own, others] = [at(project.annotators, 0), at(project.assignmentIds, 1)];
    await expect(getFeedback(own, others)).rejects.toMatchObject(missing);
    await reopenAssignment(project.actors.admin, at(project.assignmentIds, 0));
    await expect(read(0)).rejects.toMatchObject(missing);

    const fresh = await makeReviewedProject();
    const mine = () => getFeedback(at(fresh.annotators, 0), at(fresh.assignmentIds, 0));
    await expect(mine()).rejects.toMatchObject(missing);
    const lone = await makeProject({ nAnnotators: 2 });
    const { assignmentIds } = await assignArticle(lone);
    await handIn(at(lone.annotators, 0), at(assignmentIds, 0), [loaded]);
    await expect(getFeedback(at(lone.annotators, 0), at(assignmentIds, 0))).rejects.toMatchObject(
      missing,
    );
  });

  it("is listed by article, the latest first, and says where there is none yet", async () => {
    const { project } = await decided();
    const { assignmentIds } = await assignArticle(project);
    await handIn(at(project.annotators, 0), at(assignmentIds, 0), [loaded]);
    const first = await listFeedback(at(project.annotators, 0), { limit: 1 });
    expect(first.items).toMatchObject([{ assignmentId: at(assignmentIds, 0), counts: null }]);
    const rest = await listFeedback(at(project.annotators, 0), {
      ...{ limit: 1, cursor: first.nextCursor ?? "" },
    });
    expect(rest).toMatchObject({
      items: [{ assignmentId: at(project.assignmentIds, 0), nChanged: 1, nWaiting: 0 }],
      nextCursor: null,
    });
  });
});

describe("an appeal", () => {
  it("reopens the disagreement with its reason, and the decision stays as history", async () => {
    const { project, decision } = await decided();
    const body = { id: uuidv7(), decisionId: decision.id };
    const { waiting, counts } = await appealAs(project, 0, body);
    await appealAs(project, 0, body);
    expect(counts).toMatchObject({ found: 1, other_tag: 0 });
    expect(waiting).toMatchObject([{ marks: [{ tagId: "LOADED" }], appeals: [{ id: body.id }] }]);

    const { reviewer } = project.actors;
    const stale = await getDisagreement(reviewer, project.disagreementId);
    expect(stale).toMatchObject({
      ...{ status: "stale", isAppealed: true, decisions: [{ id: decision.id }] },
      appeals: [{ annotator: "A01", decisionId: decision.id }],
    });
    const gold = await getArticleGold(reviewer, project.projectId, project.articleId);
    expect(gold.spans.map(({ tagId }) => tagId)).toEqual(["VAGUE"]);
    const inbox = await listDisagreements(reviewer, project.projectId, { ...all, status: "stale" });
    expect(inbox.items).toMatchObject([{ id: project.disagreementId, isAppealed: true }]);
    const events = await sql(`SELECT action FROM "AuditEvent" WHERE subject = $1`, [
      project.disagreementId,
    ]);
    expect(events.map(({ action }) => String(action))).toContain("decision.appealed");
    await expect(sql(`UPDATE "Appeal" SET reason = 'x' WHERE id = $1`, [body.id])).rejects.toThrow(
      "never changed",
    );
  });

  it("is made once by each, against what stands", async () => {
    const { project, decision, read } = await decided();
    const against = (decisionId: string) => ({ id: uuidv7(), decisionId });
    await appealAs(project, 0, against(decision.id));
    const conflict = { code: "conflict" };
    await expect(appealAs(project, 0, against(decision.id))).rejects.toMatchObject(conflict);
    await expect(appealAs(project, 1, against(decision.id))).rejects.toMatchObject(conflict);

    const again = { id: uuidv7(), outcome: "reject", baseRevision: 2, comment: "Still." } as const;
    await decide(project.actors.admin, project.disagreementId, again);
    const { findings } = await read(0);
    expect(findings.find(({ kind }) => kind === "extra")).toMatchObject({
      decision: { id: again.id, comment: "Still." },
      ...{ appeals: [{ decisionId: decision.id }], mayAppeal: true },
    });
    await expect(appealAs(project, 0, against(decision.id))).rejects.toMatchObject(conflict);

    // Taking the new decision back leads to the appeal, not to gold that was appealed against.
    const undo = { id: uuidv7(), decisionId: again.id };
    const back = await undoDecision(project.actors.admin, project.disagreementId, undo);
    expect(back.status).toBe("stale");
  });

  it("can't be made against another article's decision, nor for another", async () => {
    const here = await decided();
    const there = await decided();
    const foreign = { decisionId: there.decision.id };
    await expect(appealAs(here.project, 0, foreign)).rejects.toMatchObject({ code: "not_found" });
    const [annotator, others] = [at(here.project.annotators, 0), at(here.project.assignmentIds, 1)];
    const body = { id: uuidv7(), decisionId: here.decision.id, reason: "No." };
    await expect(appeal(annotator, others, body)).rejects.toMatchObject({ code: "not_found" });
  });

  it("and a decision at once end in order for both", async () => {
    const { project, decision } = await decided();
    const later = { id: uuidv7(), outcome: "reject", baseRevision: 1 } as const;
    const [appealed, redecided] = await Promise.allSettled([
      appealAs(project, 0, { decisionId: decision.id }),
      decide(project.actors.admin, project.disagreementId, later),
    ]);
    const winners = [appealed, redecided].filter(({ status }) => status === "fulfilled");
    expect(winners).toHaveLength(1);
  });
});

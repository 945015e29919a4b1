import { v7 as uuidv7 } from "uuid";
import { describe, expect, it } from "vitest";

import { listAuditEvents } from "./audit";
import { getAssignment, listQueue } from "./assignments";
import { getProject } from "./projects";
import { declineReopening, listReopenRequests, requestReopening } from "./reopen-requests";
import { reopenAssignment, submitAssignment } from "./submission";
import { assignArticle, at } from "./testing/make-project";
import { makeReviewedProject } from "./testing/make-reviewed-project";
import { sql } from "./testing/sql";

const all = { limit: 50 };
const reason = "I missed a name in the last paragraph.";

async function open() {
  const project = await makeReviewedProject();
  const annotator = at(project.annotators, 0);
  const assignmentId = at(project.assignmentIds, 0);
  const ask = (id = uuidv7(), words = reason) =>
    requestReopening(annotator, assignmentId, { id, reason: words });
  const waiting = async () =>
    (await listReopenRequests(project.actors.admin, project.projectId, all)).items;
  return { ...project, annotator, assignmentId, ask, waiting };
}

describe("asking for a submitted article back", () => {
  it("is seen by the annotator, by the admin, and in the project's counts", async () => {
    const { actors, annotator, projectId, assignmentId, ask, waiting } = await open();
    const id = uuidv7();
    expect(await ask(id)).toMatchObject({ id, reason, state: "open", note: null });
    expect(await getAssignment(annotator, assignmentId)).toMatchObject({
      ...{ status: "submitted", reopenRequest: { id, state: "open" } },
    });
    expect(await waiting()).toMatchObject([
      { id, assignmentId, reason, annotatorName: "Ann Example" },
    ]);
    expect((await getProject(actors.admin, projectId)).counts.reopenRequests).toBe(1);
  });

  it("sent twice with one id is one request; a second one has to wait", async () => {
    const { ask, waiting } = await open();
    const id = uuidv7();
    const answers = await Promise.all([ask(id), ask(id), ask(id)]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    await expect(ask()).rejects.toMatchObject({ code: "conflict" });
    await expect(ask(id, "Something else.")).rejects.toMatchObject({ code: "conflict" });
    expect(await waiting()).toHaveLength(1);
  });

  it("is for one's own submitted articles only", async () => {
    const { annotators, actors, assignmentId, ...project } = await open();
    const body = { id: uuidv7(), reason };
    const calls = [
      [at(annotators, 1), assignmentId, "forbidden"],
      [actors.admin, assignmentId, "forbidden"],
      [project.annotator, uuidv7(), "not_found"],
      [(await open()).annotator, assignmentId, "not_found"],
    ] as const;
    for (const [actor, id, code] of calls) {
      await expect(requestReopening(actor, id, body)).rejects.toMatchObject({ code });
    }
    const { assignmentIds } = await assignArticle({ ...project, annotators, actors });
    await expect(
      requestReopening(project.annotator, at(assignmentIds, 0), body),
    ).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("the admin's answer", () => {
  it("reopens, and the annotator reads why", async () => {
    const { actors, annotator, assignmentId, ask, waiting } = await open();
    await ask();
    await reopenAssignment(actors.admin, assignmentId, { note: "See rule R2." });
    expect(await waiting()).toEqual([]);
    const { items } = await listQueue(annotator, { ...all, status: "returned" });
    expect(items).toMatchObject([
      { returnNote: "See rule R2.", reopenRequest: { state: "reopened", note: "See rule R2." } },
    ]);
    await submitAssignment(annotator, assignmentId, { nothingFound: false, answers: {} });
    expect(await getAssignment(annotator, assignmentId)).toMatchObject({ returnNote: null });
    const [logged] = await sql<{ note: string }>(
      `SELECT payload->>'note' AS note FROM "Operation" WHERE "assignmentId" = $1 AND kind = 'reopen'`,
      [assignmentId],
    );
    expect(logged?.note).toBe("See rule R2.");
  });

  it("declines with a word, once; the annotator may ask again", async () => {
    const { actors, annotator, assignmentId, ask, waiting } = await open();
    const decline = (note: string) => declineReopening(actors.admin, assignmentId, { note });
    await expect(decline("Why?")).rejects.toMatchObject({ code: "conflict" });
    await ask();
    expect(await decline("It is fine.")).toMatchObject({ state: "declined", note: "It is fine." });
    expect(await decline("Really.")).toMatchObject({ note: "It is fine." });
    expect(await getAssignment(annotator, assignmentId)).toMatchObject({
      ...{ status: "submitted", reopenRequest: { state: "declined", note: "It is fine." } },
    });
    await ask();
    expect(await waiting()).toHaveLength(1);
    await reopenAssignment(actors.admin, assignmentId);
    await expect(decline("Too late.")).rejects.toMatchObject({ code: "conflict" });
  });

  it("is in the audit trail, by whom and on what", async () => {
    const { actors, annotator, projectId, assignmentId, ask } = await open();
    await ask();
    await declineReopening(actors.admin, assignmentId, { note: "It is fine." });
    await ask();
    await reopenAssignment(actors.admin, assignmentId, { note: "Go on." });
    const { items } = await listAuditEvents(actors.admin, projectId, { limit: 4 });
    const subject = assignmentId;
    expect(items).toMatchObject([
      { action: "assignment.reopened", subject, detail: { wasRequested: true, note: "Go on." } },
      { action: "assignment.reopen_requested", actor: { userId: annotator.userId } },
      { action: "assignment.reopen_declined", actor: { userId: actors.admin.userId } },
      { action: "assignment.reopen_requested", subject, detail: { reason } },
    ]);
    expect(items[0]?.subjectName).toBe("Leaders reluctant to move");
  });
});

describe("the database itself", () => {
  const insert = (projectId: string, assignmentId: string, columns: string, values: string) =>
    sql(
      `INSERT INTO "ReopenRequest" (id, "projectId", "assignmentId", reason${columns})
       VALUES (gen_random_uuid(), $1, $2, 'x'${values})`,
      [projectId, assignmentId],
    );

  it("takes no second open request, no half answer, and no word-less refusal", async () => {
    const { projectId, assignmentId, actors, ask } = await open();
    await ask();
    const by = `'${actors.admin.userId}'`;
    const answered = `, "isOpen", answer, "answeredById", "answeredAt"`;
    await expect(insert(projectId, assignmentId, "", "")).rejects.toThrow(/isOpen_key/);
    await expect(insert(projectId, assignmentId, `, "isOpen"`, ", NULL")).rejects.toThrow(
      /answer_check/,
    );
    await expect(
      insert(projectId, assignmentId, answered, `, false, 'reopened', ${by}, now()`),
    ).rejects.toThrow(/answer_check/);
    await expect(
      insert(projectId, assignmentId, answered, `, NULL, 'declined', ${by}, now()`),
    ).rejects.toThrow(/declined_check/);
  });
});

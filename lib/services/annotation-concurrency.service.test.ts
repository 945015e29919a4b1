import { expect, it } from "vitest";

import { checkHistory, type HistoryEvent } from "../domain/annotation/check-history";
import type { Operation } from "../domain/annotation/operation";
import { saveOperations } from "./annotation";
import { getAssignment } from "./assignments";
import { submitAssignment } from "./submission";
import { assignArticle, at, makeProject } from "./testing/make-project";
import { addOf, removeOf, retagOf } from "./testing/make-operations";
import { readStoredHistory, sendNoting } from "./testing/record-history";

const tags = ["LOADED", "LABEL", "DOUBT", "BLAME", "THREAT", "EMPHASIS"];

async function open() {
  const project = await makeProject({ nAnnotators: 1 });
  const { assignmentIds } = await assignArticle(project);
  const annotator = at(project.annotators, 0);
  return { annotator, assignmentId: at(assignmentIds, 0), projectId: project.projectId };
}

it("two tabs that save at once, with resends, leave a history without a fault", async () => {
  const { annotator, assignmentId, projectId } = await open();
  const history: HistoryEvent[] = [];
  const send = (operations: Operation[]) =>
    sendNoting(history, annotator, assignmentId, operations);
  const shared = tags.slice(0, 3).map((tagId) => addOf({ quote: "complained", tagId }));
  await send(shared);

  // Each tab edits the spans that both see, on the revision that it last saw, and adds its own.
  async function runTab(tab: number): Promise<void> {
    for (let round = 0; round < 6; round += 1) {
      const { spans } = await getAssignment(annotator, assignmentId);
      for (const { id: spanId, revision } of spans) {
        history.push({ type: "read", reader: `tab ${tab}`, spanId, revision });
      }
      const edits = spans.map(({ id, revision }, index) =>
        index % 4 === round % 4
          ? removeOf(id, revision)
          : retagOf(id, revision, at(tags, (index + round + tab) % tags.length)),
      );
      const own = addOf({ quote: "creeping expansion", tagId: at(tags, (round * 2 + tab) % 6) });
      const [first, second] = [[own, ...edits], edits.slice().reverse()];
      await Promise.all([send(first), send(second), send(first), send([own])]);
    }
  }
  await Promise.all([runTab(0), runTab(1)]);

  const stored = await readStoredHistory(projectId, assignmentId);
  expect(checkHistory(history, stored)).toEqual([]);
  expect(stored.entries.some(({ isApplied }) => isApplied)).toBe(true);
  expect(stored.entries.some(({ isApplied }) => !isApplied)).toBe(true);
  const { revision } = await getAssignment(annotator, assignmentId);
  expect(revision).toBe(stored.entries.filter(({ isApplied }) => isApplied).length);
});

it("twenty requests at once, each sent twice, are all answered and applied once", async () => {
  const { annotator, assignmentId, projectId } = await open();
  const history: HistoryEvent[] = [];
  const add = addOf({ quote: "complained", tagId: "LOADED" });
  await sendNoting(history, annotator, assignmentId, [add]);
  const rivals = Array.from({ length: 10 }, (_, index) =>
    retagOf(add.span.id, 1, at(tags, index % tags.length)),
  );
  const requests = [...rivals, ...rivals].map((operation) =>
    sendNoting(history, annotator, assignmentId, [operation]),
  );
  await Promise.all(requests);
  const stored = await readStoredHistory(projectId, assignmentId);
  expect(checkHistory(history, stored)).toEqual([]);
  expect(stored.layer.get(add.span.id)?.revision).toBe(2);
});

it("a save that races a submission is either in it or refused", async () => {
  const { annotator, assignmentId } = await open();
  const first = addOf({ quote: "complained", tagId: "LOADED" });
  await saveOperations(annotator, assignmentId, [first]);
  const adds = tags.slice(1).map((tagId) => addOf({ quote: "complained", tagId }));
  const [, ...answers] = await Promise.all([
    submitAssignment(annotator, assignmentId, { nothingFound: false, answers: {} }),
    ...adds.map((operation) => saveOperations(annotator, assignmentId, [operation])),
  ]);
  const applied = answers.flatMap(({ results }) =>
    results.filter(({ result }) => result === "applied"),
  );
  const refused = answers.flatMap(({ results }) =>
    results.filter(({ problem }) => problem?.code === "not_editable"),
  );
  expect(applied.length + refused.length).toBe(adds.length);
  const { spans, status } = await getAssignment(annotator, assignmentId);
  expect(status).toBe("submitted");
  expect(spans).toHaveLength(1 + applied.length);
});

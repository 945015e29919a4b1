import { v7 as uuidv7 } from "uuid";
import { describe, expect, it } from "vitest";

import type { Operation } from "../domain/annotation/operation";
import { saveOperations } from "./annotation";
import { getAssignment } from "./assignments";
import { reopenAssignment } from "./submission";
import { assignArticle, at, makeProject } from "./testing/make-project";
import { addOf, handIn, removeOf, retagOf } from "./testing/make-operations";

const complained = { quote: "complained", tagId: "LOADED" };

/** One annotator with one fresh assignment, and a colleague with theirs. */
async function open() {
  const project = await makeProject();
  const { assignmentIds } = await assignArticle(project);
  const assignmentId = at(assignmentIds, 0);
  const annotator = at(project.annotators, 0);
  const save = (...operations: Operation[]) => saveOperations(annotator, assignmentId, operations);
  const spans = async () => (await getAssignment(annotator, assignmentId)).spans;
  const colleague = { actor: at(project.annotators, 1), assignmentId: at(assignmentIds, 1) };
  return { project, annotator, assignmentId, colleague, save, spans };
}

describe("a repeated operation", () => {
  it("answers as the first time and doesn't apply twice", async () => {
    const { save, spans } = await open();
    const add = addOf(complained);
    expect(await save(add)).toEqual({
      revision: 1,
      results: [{ id: add.id, result: "applied", revision: 1 }],
    });
    await save(retagOf(add.span.id, 1, "LABEL"));
    expect(await save(add)).toEqual({
      revision: 2,
      results: [{ id: add.id, result: "duplicate", revision: 1 }],
    });
    expect(await spans()).toMatchObject([{ id: add.span.id, tagId: "LABEL", revision: 2 }]);
  });

  it("applies once when it stands twice in one batch", async () => {
    const { save } = await open();
    const add = addOf(complained);
    const { revision, results } = await save(add, add);
    expect(revision).toBe(1);
    expect(results.map(({ result }) => result)).toEqual(["applied", "duplicate"]);
  });

  it("keeps its refusal, also after what stood in its way is gone", async () => {
    const { save } = await open();
    const first = addOf(complained);
    const overlapping = addOf(complained);
    await save(first);
    const refused = await save(overlapping);
    expect(refused.results).toMatchObject([{ problem: { code: "same_tag_overlap" } }]);
    await save(removeOf(first.span.id, 1));
    expect((await save(overlapping)).results).toEqual(refused.results);
  });

  it("is refused with another body under its id", async () => {
    const { save, spans } = await open();
    const add = addOf(complained);
    await save(add);
    const stolen = { ...removeOf(add.span.id, 1), id: add.id };
    expect((await save(stolen)).results).toMatchObject([
      { id: add.id, result: "rejected", problem: { code: "id_taken" } },
    ]);
    expect(await spans()).toHaveLength(1);
  });

  it("is refused with another body in the same batch, and nothing of the batch stands", async () => {
    const { save, spans } = await open();
    const add = addOf(complained);
    const stolen = { ...addOf({ quote: "creeping", tagId: "LOADED" }), id: add.id };
    await expect(save(add, stolen)).rejects.toMatchObject({ code: "invalid" });
    expect(await spans()).toEqual([]);
  });

  it("is refused when the id is a colleague's, who keeps what they have", async () => {
    const { save, colleague } = await open();
    const add = addOf(complained);
    await saveOperations(colleague.actor, colleague.assignmentId, [add]);
    expect((await save(add)).results).toMatchObject([
      { result: "rejected", problem: { code: "id_taken" } },
    ]);
    const theirs = await getAssignment(colleague.actor, colleague.assignmentId);
    expect(theirs.spans).toMatchObject([{ id: add.span.id }]);
  });

  it("goes to one of two annotators who send it at the same moment", async () => {
    const { save, colleague } = await open();
    const add = addOf(complained);
    const answers = await Promise.all([
      save(add),
      saveOperations(colleague.actor, colleague.assignmentId, [add]),
    ]);
    const results = answers.flatMap((answer) => answer.results.map(({ result }) => result));
    expect(results.sort()).toEqual(["applied", "rejected"]);
  });
});

describe("a batch", () => {
  it("is judged in order, so that an edit may follow its add", async () => {
    const { save, spans } = await open();
    const add = addOf(complained);
    const edit = retagOf(add.span.id, 1, "LABEL");
    const { revision, results } = await save(add, edit, removeOf(add.span.id, 2));
    expect(revision).toBe(3);
    expect(results.map((one) => one.revision)).toEqual([1, 2, 3]);
    expect(await spans()).toEqual([]);
  });

  it("out of order has a conflict for the edit that came before its add", async () => {
    const { save, spans } = await open();
    const add = addOf(complained);
    const { results } = await save(retagOf(add.span.id, 1, "LABEL"), add);
    expect(results).toMatchObject([
      { result: "conflict", current: null },
      { result: "applied", revision: 1 },
    ]);
    expect(await spans()).toMatchObject([{ tagId: "LOADED" }]);
  });

  it("isn't stopped by one bad operation", async () => {
    const { save, spans } = await open();
    const bad = addOf({ quote: "complained", tagId: "NO_SUCH_TAG" });
    const { results } = await save(bad, addOf(complained));
    expect(results.map(({ result }) => result)).toEqual(["rejected", "applied"]);
    expect(await spans()).toHaveLength(1);
  });
});

describe("an edit on a revision that has moved on", () => {
  it("is a conflict that shows what stands now, and changes nothing", async () => {
    const { save, spans } = await open();
    const add = addOf(complained);
    await save(add, retagOf(add.span.id, 1, "LABEL"));
    const before = await spans();
    const { results } = await save(retagOf(add.span.id, 1, "DOUBT"));
    expect(results).toMatchObject([
      { result: "conflict", current: { tagId: "LABEL", revision: 2, isRemoved: false } },
    ]);
    expect(await spans()).toEqual(before);
  });

  it("is a conflict on a span that was removed meanwhile", async () => {
    const { save } = await open();
    const add = addOf(complained);
    await save(add, removeOf(add.span.id, 1));
    const { results } = await save(retagOf(add.span.id, 2, "DOUBT"));
    expect(results).toMatchObject([{ result: "conflict", current: { isRemoved: true } }]);
  });
});

describe("an add", () => {
  const add = addOf({ quote: "👩‍👩‍👧", tagId: "LOADED" });
  const { start, end } = add.span;
  it.each([
    ["whose quote isn't what the text says", { quote: "something else" }, "quote_mismatch"],
    ["that counts in UTF-16", { end: end + 3 }, "quote_mismatch"],
    ["that reaches past the text", { end: 100_000 }, "out_of_range"],
    ["that cuts a character in half", { end: start + 1, quote: "👩" }, "splits_grapheme"],
    ["with white space at its edge", { end: end + 1, quote: "👩‍👩‍👧 " }, "untrimmed_edges"],
    ["with a tag the codebook doesn't have", { tagId: "BIASED" }, "unknown_tag"],
    ["with an unknown attribute", { attributes: { mood: "bad" } }, "bad_attribute"],
  ])("%s is rejected", async (_, change, code) => {
    const { save, spans } = await open();
    const operation = { ...addOf(complained), span: { ...add.span, id: uuidv7(), ...change } };
    const { results } = await save(operation);
    expect(results).toMatchObject([{ result: "rejected", problem: { code } }]);
    expect(await spans()).toEqual([]);
  });

  it("stands as sent when it is right, code points outside the BMP included", async () => {
    const { save, spans } = await open();
    const right = addOf({ quote: "👩‍👩‍👧", tagId: "LOADED", attributes: { intensity: 2 } });
    await save(right);
    expect(await spans()).toEqual([{ ...right.span, revision: 1 }]);
  });

  it("can't take the span id of a colleague", async () => {
    const { save, colleague } = await open();
    const theirs = addOf(complained);
    await saveOperations(colleague.actor, colleague.assignmentId, [theirs]);
    const { results } = await save({ ...theirs, id: uuidv7() });
    expect(results).toMatchObject([{ result: "rejected", problem: { code: "id_taken" } }]);
  });
});

describe("a submitted layer", () => {
  it("refuses every operation, and takes new ones once it is reopened", async () => {
    const { project, annotator, assignmentId, save, spans } = await open();
    const [spanId = ""] = await handIn(annotator, assignmentId, [complained]);
    const { results } = await save(removeOf(spanId, 1), addOf({ ...complained, tagId: "LABEL" }));
    expect(results).toMatchObject([
      { result: "rejected", problem: { code: "not_editable" } },
      { result: "rejected", problem: { code: "not_editable" } },
    ]);
    expect(await spans()).toHaveLength(1);

    await reopenAssignment(project.actors.admin, assignmentId);
    expect((await save(removeOf(spanId, 1))).results).toMatchObject([{ result: "applied" }]);
  });
});

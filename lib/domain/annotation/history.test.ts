import { describe, expect, it } from "vitest";

import {
  catchUp,
  emptyHistory,
  isBehind,
  latestSteps,
  type History,
  recordStep,
  stepBack,
  withoutSpans,
  withRemovedSpans,
} from "./history";
import type { Layer } from "./layer";
import { applyOperation, foldOperations, type Operation } from "./operation";

const span = {
  id: "s",
  segment: "body" as const,
  start: 0,
  end: 4,
  quote: "text",
  tagId: "LOADED",
  attributes: {},
};

type State = { layer: Layer; history: History };

function perform({ layer, history }: State, operation: Operation, stroke?: string): State {
  const outcome = applyOperation(layer, operation);
  if (outcome.result !== "applied") throw new Error("conflict");
  return { layer: outcome.layer, history: recordStep(history, layer, operation, stroke) };
}

const added = perform(
  { layer: new Map(), history: emptyHistory },
  { id: "1", kind: "add", baseRevision: 0, span },
);
const removed = perform(added, { id: "2", kind: "remove", spanId: "s", baseRevision: 1 });

describe("a step on a span that is not as the history left it", () => {
  const other = { id: "3", kind: "add", baseRevision: 0, span: { ...span, id: "t" } } as const;
  const both = perform(added, other);

  it("is passed over and dropped, so that the steps before it can be undone", () => {
    const theirs = { ...span, id: "t", tagId: "DOUBT", revision: 2, isRemoved: false };
    for (const layer of [added.layer, new Map([...both.layer, ["t", theirs]])]) {
      const step = stepBack(both.history, "undo", layer, () => "4");
      expect(step?.operations).toMatchObject([{ kind: "remove", spanId: "s" }]);
      expect(step?.history.done).toEqual([]);
    }
  });

  it("can be taken out of the history", () => {
    const { done } = withoutSpans(both.history, new Set(["s"]));
    expect(done.map(({ operation }) => operation.id)).toEqual(["3"]);
    expect(withoutSpans(both.history, new Set())).toBe(both.history);
  });
});

describe("a stroke of several steps", () => {
  const shorten = { kind: "resize", spanId: "s", baseRevision: 1, start: 0, end: 2 } as const;
  const rest = { ...span, id: "t", start: 2 };
  const steps: readonly Operation[] = [
    { id: "2", ...shorten, quote: "te" },
    { id: "3", kind: "add", baseRevision: 0, span: rest },
  ];
  const split = steps.reduce((state, operation) => perform(state, operation, "2"), added);
  let nIds = 10;
  const newId = () => String(nIds++);

  function travel({ layer, history }: State, direction: "undo" | "redo") {
    const stroke = stepBack(history, direction, layer, newId);
    if (!stroke) throw new Error(`nothing to ${direction}`);
    return { layer: foldOperations(stroke.operations, layer), history: stroke.history };
  }
  const standing = ({ layer }: State) =>
    [...layer.values()]
      .filter(({ isRemoved }) => !isRemoved)
      .map(({ id, start, end }) => [id, start, end]);

  it("is undone and redone as one, over and over", () => {
    let state = split;
    for (let round = 0; round < 3; round++) {
      state = travel(state, "undo");
      expect(standing(state)).toEqual([["s", 0, 4]]);
      state = travel(state, "redo");
      expect(standing(state)).toEqual(standing(split));
    }
    expect(standing(travel(travel(state, "undo"), "undo"))).toEqual([]);
  });

  it("is kept whole or not at all, where only so many steps are kept", () => {
    const { done } = split.history;
    expect(latestSteps(done, 3)).toBe(done);
    expect(latestSteps(done, 2)).toEqual(done.slice(1));
    expect(latestSteps(done, 1)).toEqual([]);
  });

  it("is passed over whole where somebody has changed one of its spans", () => {
    const theirs = { ...rest, tagId: "DOUBT", revision: 2, isRemoved: false };
    const layer = new Map([...split.layer, ["t", theirs] as const]);
    expect(stepBack(split.history, "undo", layer, newId)).toBeNull();
  });
});

describe("history over a reload", () => {
  it("brings a removed span back although the server no longer sends it", () => {
    const reloaded = withRemovedSpans(new Map(), removed.history);
    const step = stepBack(removed.history, "undo", reloaded, () => "3");
    expect(step?.operations).toMatchObject([{ kind: "restore", spanId: "s", baseRevision: 2 }]);
  });

  it("can redo after a reload", () => {
    const step = stepBack(added.history, "undo", added.layer, () => "3");
    if (!step) throw new Error("nothing to undo");
    const reloaded = withRemovedSpans(new Map(), step.history);
    const again = stepBack(step.history, "redo", reloaded, () => "4");
    expect(again?.operations).toMatchObject([{ kind: "restore", spanId: "s" }]);
  });

  it("leaves what another device took away", () => {
    expect(withRemovedSpans(new Map(), added.history).size).toBe(0);
    expect(stepBack(added.history, "undo", new Map(), () => "3")).toBeNull();
  });

  const stored = (revision: number) =>
    new Map([["s", { ...span, revision, isRemoved: false }]]) as Layer;
  const retag = { id: "o2", kind: "retag", spanId: "s", baseRevision: 1, tagId: "DOUBT" } as const;
  const retagged = perform({ layer: stored(1), history: emptyHistory }, retag);

  it("tells a layer that was read before its steps arrived", () => {
    const { history } = retagged;
    expect(isBehind(stored(1), history, [])).toBe(true);
    expect(isBehind(new Map(), history, [])).toBe(true);
    expect(isBehind(stored(1), history, [{ id: "o2" }])).toBe(false);
    expect(isBehind(stored(2), history, [])).toBe(false);
    expect(isBehind(stored(1), emptyHistory, [])).toBe(false);
    expect(isBehind(new Map(), removed.history, [])).toBe(false);
  });

  it("catches an older copy of the layer up with what was done since", () => {
    expect(catchUp(stored(1), retagged.history)).toEqual(retagged.layer);
    expect(catchUp(new Map(), added.history)).toEqual(added.layer);
    expect(catchUp(added.layer, removed.history)).toEqual(removed.layer);
    const undone = stepBack(retagged.history, "undo", retagged.layer, () => "3");
    if (!undone) throw new Error("nothing to undo");
    expect(catchUp(stored(1), undone.history).get("s")).toMatchObject({
      tagId: "LOADED",
      revision: 3,
    });
    expect(catchUp(stored(5), retagged.history)).toEqual(stored(5));
  });
});

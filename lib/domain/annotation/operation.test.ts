import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { emptyHistory, recordStep, stepBack } from "./history";
import type { Layer } from "./layer";
import {
  applyOperation,
  foldOperations,
  invertOperation,
  type Operation,
  spanIdOf,
} from "./operation";

const spanId = fc.constantFrom("s1", "s2", "s3");
const revision = fc.integer({ min: 1, max: 4 });
const tagId = fc.constantFrom("NAMED", "VAGUE", "LOADED");

let next = 0;
const freshId = () => `op-${++next}`;

const anyOperation: fc.Arbitrary<Operation> = fc.oneof(
  fc
    .record({ spanId, tagId, start: fc.nat(20) })
    .map(({ spanId: id, tagId: tag, start }): Operation => ({
      id: freshId(),
      kind: "add",
      baseRevision: 0,
      span: {
        id,
        segment: "body",
        start,
        end: start + 3,
        quote: "abc",
        tagId: tag,
        attributes: {},
      },
    })),
  fc
    .record({ spanId, baseRevision: revision, kind: fc.constantFrom("remove", "restore") })
    .map((one) => ({ ...one, id: freshId() })),
  fc
    .record({ spanId, baseRevision: revision, tagId })
    .map((one): Operation => ({ ...one, id: freshId(), kind: "retag" })),
  fc.record({ spanId, baseRevision: revision, start: fc.nat(20) }).map((one): Operation => ({
    ...one,
    id: freshId(),
    kind: "resize",
    end: one.start + 2,
    quote: "ab",
  })),
  fc
    .record({ spanId, baseRevision: revision, note: fc.string() })
    .map(({ note, ...one }): Operation => ({
      ...one,
      id: freshId(),
      kind: "annotate",
      attributes: { note },
    })),
);
const anyLog = fc.array(anyOperation, { maxLength: 25 });

/** A span without what undoing rightly leaves: a higher revision, and a mark that it was removed. */
function contentOf(layer: Layer, id: string) {
  const span = layer.get(id);
  if (!span || span.isRemoved) return null;
  return { ...span, revision: 0 };
}

describe("operations", () => {
  it("applied ones alone replay to the same layer", () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        let layer: Layer = new Map();
        const applied = log.filter((operation) => {
          const outcome = applyOperation(layer, operation);
          if (outcome.result === "applied") layer = outcome.layer;
          return outcome.result === "applied";
        });
        expect(foldOperations(applied)).toEqual(layer);
        expect(foldOperations(log)).toEqual(layer);
      }),
    );
  });

  it("replay to the same layer in any order that keeps each span's own order", () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        const bySpan = [...log].sort((a, b) => (spanIdOf(a) < spanIdOf(b) ? -1 : 1));
        const state = (layer: Layer) => [...layer].sort(([a], [b]) => (a < b ? -1 : 1));
        expect(state(foldOperations(bySpan))).toEqual(state(foldOperations(log)));
      }),
    );
  });

  it("an operation never applies twice", () => {
    fc.assert(
      fc.property(anyLog, anyOperation, (log, operation) => {
        const once = applyOperation(foldOperations(log), operation);
        if (once.result !== "applied") return;
        expect(applyOperation(once.layer, operation).result).toBe("conflict");
      }),
    );
  });

  it("an inverse brings back what was there, one revision on", () => {
    fc.assert(
      fc.property(anyLog, anyOperation, (log, operation) => {
        const before = foldOperations(log);
        const id = spanIdOf(operation);
        const done = applyOperation(before, operation);
        if (done.result !== "applied") return;
        const inverse = invertOperation(operation, before.get(id), done.revision, freshId());
        const undone = applyOperation(done.layer, inverse);
        expect(undone.result).toBe("applied");
        if (undone.result !== "applied") return;
        expect(contentOf(undone.layer, id)).toEqual(contentOf(before, id));
        expect(undone.revision).toBe(done.revision + 1);
      }),
    );
  });

  it("undoing everything empties the layer, redoing brings it back", () => {
    fc.assert(
      fc.property(anyLog, fc.integer({ min: 1, max: 4 }), (log, nInStroke) => {
        let layer: Layer = new Map();
        let history = emptyHistory;
        for (const [at, operation] of log.entries()) {
          const outcome = applyOperation(layer, operation);
          if (outcome.result === "conflict") continue;
          const stroke = nInStroke > 1 ? `stroke ${Math.floor(at / nInStroke)}` : undefined;
          history = recordStep(history, layer, operation, stroke);
          layer = outcome.layer;
        }
        const full = layer;
        const walk = (direction: "undo" | "redo") => {
          for (let step = stepBack(history, direction, layer, freshId); step;) {
            layer = foldOperations(step.operations, layer);
            history = step.history;
            step = stepBack(history, direction, layer, freshId);
          }
        };
        walk("undo");
        for (const id of full.keys()) expect(contentOf(layer, id)).toBeNull();
        walk("redo");
        for (const id of full.keys()) expect(contentOf(layer, id)).toEqual(contentOf(full, id));
      }),
    );
  });
});

import { expect, it } from "vitest";

import { defaultCodebook } from "../codebook/default-codebook";
import { CodePointIndex } from "../text/code-points";
import { judgeOperations } from "./judge-operations";
import type { LayerSpan } from "./layer";
import type { Operation } from "./operation";

const body = "Officials said the brutal regime fell.";
const at = body.indexOf("brutal");
const span: LayerSpan = {
  ...{ id: "s", segment: "body", start: at, end: at + 6, quote: "brutal", attributes: {} },
  ...{ tagId: "EMPHASIS", revision: 2, isRemoved: false },
};

/** On a layer whose one span is at revision 2, by another device. */
function judge(operations: readonly Operation[]) {
  const judged = judgeOperations(operations, {
    context: {
      texts: { title: new CodePointIndex("A title"), body: new CodePointIndex(body) },
      codebook: defaultCodebook,
    },
    layer: new Map([["s", span]]),
    isEditable: true,
    isTakenSpanId: () => false,
    storedOutcome: () => null,
  });
  return judged.map(({ outcome }) => outcome.result);
}

const retag = (id: string, baseRevision: number, tagId: string): Operation => ({
  ...{ id, kind: "retag", spanId: "s", baseRevision, tagId },
});

it("what was built on a refused change is refused with it, whatever the revision is by then", () => {
  const undone = [retag("1", 1, "LABEL"), retag("2", 2, "LOADED")];
  expect(judge(undone)).toEqual(["conflict", "conflict"]);
  const removed: Operation = { id: "2", kind: "remove", spanId: "s", baseRevision: 2 };
  expect(judge([retag("1", 1, "LABEL"), removed])).toEqual(["conflict", "conflict"]);
});

it("a refused change leaves one that was made on what stands alone", () => {
  const unknown = retag("1", 2, "NO_SUCH_TAG");
  expect(judge([unknown, retag("2", 2, "LABEL")])).toEqual(["rejected", "applied"]);
  const other = { ...span, id: "t", start: 0, end: 9, quote: "Officials" };
  const { revision: _, isRemoved: _is, ...added } = other;
  const add: Operation = { id: "2", kind: "add", baseRevision: 0, span: added };
  expect(judge([retag("1", 1, "LABEL"), add])).toEqual(["conflict", "applied"]);
});

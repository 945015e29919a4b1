import { describe, expect, it } from "vitest";

import {
  checkHistory,
  type HistoryEvent,
  type StoredEntry,
  type StoredHistory,
} from "./check-history";
import { foldOperations, type Operation } from "./operation";

const add: Operation = {
  id: "op-add",
  kind: "add",
  baseRevision: 0,
  span: {
    ...{ id: "s1", segment: "body", start: 0, end: 3, quote: "abc" },
    ...{ tagId: "LOADED", attributes: { target: "x", note: "y" } },
  },
};
const retag = (id: string, tagId: string, baseRevision = 1): Operation => ({
  ...{ id, kind: "retag", spanId: "s1", baseRevision, tagId },
});
const edit = retag("op-edit", "LABEL");
const late = retag("op-late", "DOUBT");

const sent = (operation: Operation): HistoryEvent => ({ type: "sent", author: "ann", operation });
const acknowledged = (id: string, revision: number): HistoryEvent => ({
  ...{ type: "acknowledged", id, revision },
});
const entry = (operation: Operation, revision: number | null): StoredEntry => ({
  ...{ author: "ann", operation, isApplied: revision !== null, revision },
});
const storing = (...entries: StoredEntry[]): StoredHistory => ({
  entries,
  layer: foldOperations(entries.filter((one) => one.isApplied).map((one) => one.operation)),
});

const history = [
  ...[sent(add), sent(edit), sent(late), sent(edit)],
  ...[acknowledged("op-add", 1), acknowledged("op-edit", 2), acknowledged("op-edit", 2)],
  ...[{ type: "refused", id: "op-late" } as const],
];
const stored = storing(entry(add, 1), entry(edit, 2), entry(late, null));

describe("checkHistory", () => {
  it("accepts a history with a resend and a conflict", () => {
    expect(checkHistory(history, stored)).toEqual([]);
  });

  it("doesn't mind the order of keys, which a database doesn't keep", () => {
    const turned = { ...add, span: { ...add.span, attributes: { note: "y", target: "x" } } };
    const events = [sent(add), acknowledged("op-add", 1)];
    expect(checkHistory(events, storing(entry(turned, 1)))).toEqual([]);
  });

  it.each<[string, string, HistoryEvent[], StoredHistory]>([
    ["acknowledged work is gone", "lost", history, storing(entry(add, 1), entry(late, null))],
    [
      "acknowledged work is stored as refused",
      "lost",
      history,
      storing(entry(add, 1), entry(edit, null), entry(late, null)),
    ],
    [
      "an operation is stored twice",
      "stored_twice",
      history,
      storing(entry(add, 1), entry(add, 1)),
    ],
    [
      "a resend was applied again",
      "answers_disagree",
      [...history, acknowledged("op-edit", 3)],
      stored,
    ],
    [
      "an answer named another revision",
      "revision_differs",
      [sent(add), acknowledged("op-add", 4)],
      storing(entry(add, 1)),
    ],
    [
      "refused work stands",
      "refused_but_applied",
      [sent(add), { type: "refused", id: "op-add" }],
      storing(entry(add, 1)),
    ],
    ["an operation has no outcome", "never_resolved", [sent(add)], storing()],
    [
      "another body is stored under the id",
      "altered",
      [sent(add), sent(edit)],
      storing(entry(add, 1), entry({ ...edit, ...retag("op-edit", "BLAME") }, 2)),
    ],
    [
      "it is stored as somebody else's",
      "altered",
      [sent(add)],
      storing({ ...entry(add, 1), author: "bob" }),
    ],
    ["nobody sent what is stored", "nobody_sent_it", [], storing(entry(add, 1))],
    [
      "a revision is missing",
      "revision_gap",
      [sent(add), sent(retag("op-edit", "LABEL", 2))],
      storing(entry(add, 1), entry(retag("op-edit", "LABEL", 2), 3)),
    ],
    [
      "an edit went over a revision that its author hadn't seen",
      "overwrote_unseen",
      history,
      storing(entry(add, 1), entry(edit, 2), entry(late, 3)),
    ],
    [
      "the spans aren't what the log says",
      "state_is_not_log",
      history,
      { ...stored, layer: foldOperations([add]) },
    ],
    [
      "a span is stored that no operation made",
      "state_is_not_log",
      [],
      { entries: [], layer: foldOperations([add]) },
    ],
    [
      "a reader saw an older revision after a newer one",
      "read_went_back",
      [
        ...history,
        { type: "read", reader: "ann", spanId: "s1", revision: 2 },
        { type: "read", reader: "ann", spanId: "s1", revision: 1 },
      ],
      stored,
    ],
  ])("finds that %s", (_, code, events, final) => {
    expect(checkHistory(events, final).map((fault) => fault.code)).toContain(code);
  });
});

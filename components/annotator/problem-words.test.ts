import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";

import { en } from "@/components/messages/en";
import { pl } from "@/components/messages/pl";
import type { ChangeProblem } from "@/lib/client/use-layer";
import { judgeOperations, type RejectionProblem } from "@/lib/domain/annotation/judge-operations";
import type { Layer } from "@/lib/domain/annotation/layer";
import type { Operation } from "@/lib/domain/annotation/operation";
import type { Codebook } from "@/lib/domain/codebook/codebook";
import { defaultCodebook } from "@/lib/domain/codebook/default-codebook";
import type { Span } from "@/lib/domain/spans/span";
import { CodePointIndex } from "@/lib/domain/text/code-points";
import { problemWords } from "./problem-words";

const namespace = "annotator.problems";
const english = createTranslator({ locale: "en", messages: en, namespace });
const polish = createTranslator({ locale: "pl", messages: pl, namespace });

const index = new CodePointIndex("Officials said, cafe\u0301 owners agree.");
const span = {
  id: "s",
  segment: "body" as const,
  ...{ start: 0, end: 14, quote: "Officials said", tagId: "VAGUE", attributes: {} },
};
const stored: Span = { ...span, id: "stored", revision: 1 };

function problemOf(given: Partial<Span>, { isEditable = true, isTaken = false } = {}) {
  const operation: Operation = {
    id: "1",
    kind: "add",
    baseRevision: 0,
    span: { ...span, ...given },
  };
  const [judged] = judgeOperations([operation], {
    context: { texts: { title: new CodePointIndex("x"), body: index }, codebook },
    layer: new Map([["stored", { ...stored, isRemoved: false }]]) satisfies Layer,
    isEditable,
    isTakenSpanId: () => isTaken,
    storedOutcome: () => null,
  });
  if (!judged?.outcome.problem) throw new Error("nothing is wrong");
  return judged.outcome.problem;
}

const [firstFamily, ...otherFamilies] = defaultCodebook.families;
const retired = { id: "OLD", definition: "Once.", positive: [], negative: [], isRetired: true };
const codebook: Codebook = {
  ...defaultCodebook,
  families: firstFamily
    ? [{ ...firstFamily, tags: [...firstFamily.tags, retired] }, ...otherFamilies]
    : [],
};
const elsewhere = { start: 22, end: 28, quote: "owners" };
const problems: Record<(ChangeProblem | RejectionProblem)["code"], Partial<Span>[]> = {
  unknown_tag: [{ tagId: "NONE" }],
  retired_tag: [{ ...elsewhere, tagId: "OLD" }],
  bad_attribute: [
    { ...elsewhere, attributes: { colour: "red" } },
    { ...elsewhere, attributes: { verb_stance: "loud" } },
    { ...elsewhere, attributes: { note: 1 } },
  ],
  bad_link: [{ ...elsewhere, attributes: { [`link_${defaultCodebook.linkTypes[0]}`]: "gone" } }],
  same_tag_overlap: [{}],
  out_of_range: [{ end: 99 }],
  empty: [{ end: 0 }],
  quote_mismatch: [{ quote: "Official said" }],
  splits_grapheme: [{ start: 16, end: 20, quote: "cafe" }],
  untrimmed_edges: [{ end: 15, quote: "Officials said," }],
  not_editable: [],
  id_taken: [],
  changed_meanwhile: [],
};
const judged = [
  ...Object.values(problems).flatMap((spans) => spans.map((one) => problemOf(one))),
  problemOf({}, { isEditable: false }),
  problemOf({}, { isTaken: true }),
];

describe("words of problems", () => {
  it("are in English what the API says", () => {
    expect(new Set(judged.map(({ code }) => code)).size).toBe(Object.keys(problems).length - 1);
    for (const problem of judged) expect(problemWords(problem, english)).toBe(problem.detail);
  });

  it("are in the catalogue for every code", () => {
    const { problems: words } = en.annotator;
    expect(Object.keys(words).sort()).toEqual(Object.keys(problems).sort());
    for (const problem of judged) expect(problemWords(problem, polish)).not.toBe(problem.detail);
  });

  it("are the server's own where it sent no facts, or a code that isn't known here", () => {
    const detail = "It says so.";
    expect(problemWords({ code: "unknown_tag", detail }, polish)).toBe(detail);
    expect(problemWords({ code: "from_tomorrow", detail, facts: {} }, polish)).toBe(detail);
  });
});

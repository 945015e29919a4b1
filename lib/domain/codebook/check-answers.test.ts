import { describe, expect, it } from "vitest";

import { checkAnswers } from "./check-answers";
import type { QuestionDefinition } from "./codebook";

const slant: QuestionDefinition = {
  ...{ id: "slant", question: "Slant?", kind: "ordinal", isRequired: true },
  values: ["-1", "0", "1"],
  ends: { low: "against", high: "for" },
};
const feeling: QuestionDefinition = { ...slant, id: "feeling", isRequired: false, isPrivate: true };

describe("answers on a scale", () => {
  it.each(["-1", "0", "1"])("may be %s", (value) => {
    expect(checkAnswers([slant, feeling], { slant: value })).toEqual([]);
  });

  it.each(["2", "0.5", "+1", " 0"])("may not be “%s”", (value) => {
    expect(checkAnswers([slant], { slant: value })).toEqual([
      {
        ...{ path: "answers.slant", message: "Choose from: -1, 0, 1." },
        ...{ reason: "not_a_choice", facts: { choices: "-1, 0, 1" } },
      },
    ]);
  });

  it("may not be a list, and are missed when the question needs one", () => {
    expect(checkAnswers([slant], { slant: ["0"] })[0]?.message).toBe(
      "Give one answer, not a list.",
    );
    expect(checkAnswers([slant], {})[0]?.message).toBe("This question needs an answer.");
    expect(checkAnswers([feeling], {})).toEqual([]);
  });
});

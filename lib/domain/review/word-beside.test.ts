import { describe, expect, it } from "vitest";

import { CodePointIndex } from "../text/code-points";
import { sentencesAround } from "./context-around";
import { moveByWord, wordBeside } from "./word-beside";

const index = new CodePointIndex("👩‍👩‍👧 Plans fail. They say so.\n\nIt ends here.");
const place = (quote: string) => {
  const start = index.toCodePoint(index.text.indexOf(quote));
  return { start, end: start + [...quote].length };
};
const words = (range: { start: number; end: number } | null) =>
  range && index.slice(range.start, range.end);

describe("what stands beside a range", () => {
  it("is the next word, over paragraphs too, or the last before when there is none", () => {
    expect(wordBeside(index, place("Plans"), "en")?.quote).toBe("fail");
    expect(wordBeside(index, place("say so"), "en")?.quote).toBe("It");
    expect(wordBeside(index, place("here"), "en")?.quote).toBe("ends");
    expect(wordBeside(new CodePointIndex("One"), { start: 0, end: 3 }, "en")).toBeNull();
  });

  it("is reached word by word, both ways", () => {
    expect(moveByWord(index, place("Plans fail"), "later", "en")?.quote).toBe("fail. They");
    expect(moveByWord(index, place("say so"), "earlier", "en")?.quote).toBe("They say");
    expect(moveByWord(index, place("here"), "later", "en")).toBeNull();
  });
});

describe("the sentences around a range", () => {
  it("are those that it touches", () => {
    expect(words(sentencesAround(index, place("say"), "en"))).toBe("They say so.");
    expect(words(sentencesAround(index, place("fail. They"), "en"))).toContain(
      "Plans fail. They say",
    );
  });
});

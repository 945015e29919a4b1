import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { findIllFormed } from "./well-formed";
import { paragraphs, sentenceRangeAt, sentences, TextOutline, wordRangeAt } from "./words";

const text = "One. Two!\n\nThree? 四。五。";

describe("TextOutline", () => {
  it("numbers paragraphs and sentences from 1", () => {
    const outline = new TextOutline(text);
    expect(outline.paragraphNumberAt(0)).toBe(1);
    expect(outline.paragraphNumberAt(11)).toBe(2);
    expect(outline.sentenceNumberAt(text.indexOf("Two"))).toBe(2);
    expect(outline.sentenceNumberAt(text.indexOf("Three"))).toBe(3);
    expect(outline.sentenceNumberAt(text.indexOf("五"))).toBe(5);
  });

  it("covers every character that is no line feed", () => {
    const covered = sentences(text).map(({ start, end }) => text.slice(start, end));
    expect(covered.join("")).toBe(text.replaceAll("\n", ""));
    expect(paragraphs(text)).toHaveLength(2);
  });
});

describe("sentences", () => {
  it.each([
    ["The plan is dead, Mr. Putin said. He left.", 2],
    ["George W. Bush and J. R. R. Tolkien met Sen. Warren in St. Louis. So it goes.", 2],
    ["The U.S. President spoke. He was in the U.S. The room was full.", 3],
    ["“Gen. Milley” (Lt. Col. Smith) agreed. Yes.", 2],
    ["Er traf Dr. Müller. Danach ging er.", 2],
    ["They chose plan B. The rest was easy.", 2],
    ["He was a mister. Putin was not.", 2],
    ["It ended in 2020. Then it began.", 2],
    ["Mr.", 1],
    ["He came with St.\nLouis", 2],
  ])("of %j", (sample, nSentences) => {
    expect(sentences(sample)).toHaveLength(nSentences);
  });
});

it("sentences of initials alone take time in step with their length", () => {
  expect(sentences("B. C. ".repeat(40_000))).toHaveLength(1);
});

describe("sentences of a long paragraph", () => {
  const parts = [
    "a",
    "Bc",
    "Xy",
    "1",
    ".",
    "...",
    "? ",
    '."',
    ") ",
    " ",
    ",",
    "。",
    "é",
    "👩‍👩‍👧",
    "(",
  ];
  const paragraph = fc
    .array(fc.constantFrom(...parts), { minLength: 20, maxLength: 400 })
    .chain((some) => fc.integer({ min: 1, max: 30 }).map((times) => some.join("").repeat(times)));

  it("are those of the segmenter given all of it at once", () => {
    const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });
    fc.assert(
      fc.property(paragraph, (long) => {
        const expected = [...segmenter.segment(long)].map(({ segment }) => segment);
        expect(sentences(long).map(({ start, end }) => long.slice(start, end))).toEqual(expected);
      }),
    );
  });
});

describe("wordRangeAt", () => {
  it("finds the word around an offset, and none in between", () => {
    expect(wordRangeAt(text, text.indexOf("wo"), "en")).toEqual({ start: 5, end: 8 });
    expect(wordRangeAt("a  b", 1, "en")).toBeNull();
  });
});

describe("words and sentences of languages without spaces", () => {
  it.each([
    ["ja", "匿名の関係者は語った。", "関係"],
    ["zh", "匿名官员表示反对。", "官员"],
    ["th", "เจ้าหน้าที่กล่าวว่าไม่จริง", "กล่าว"],
    ["ar", "قال مسؤول لم يكشف عن اسمه", "مسؤول"],
  ])("%s finds a word inside", (language, sentence, word) => {
    const at = sentence.indexOf(word);
    const found = wordRangeAt(sentence, at, language);
    expect(found && sentence.slice(found.start, found.end)).toContain(word);
    expect(found && found.end - found.start).toBeLessThan(sentence.length / 2);
  });

  it("takes the rules of Unicode for a tag that is none", () => {
    expect(wordRangeAt("one two", 4, "no tag!")).toEqual({ start: 4, end: 7 });
  });

  it("finds the sentence around an offset, and none between paragraphs", () => {
    expect(sentenceRangeAt(text, 6, "en")).toEqual({ start: 5, end: 9 });
    expect(sentenceRangeAt(text, text.indexOf("五"), "ja")).toEqual({ start: 20, end: 22 });
    expect(sentenceRangeAt("a\n\nb", 1, "en")).toBeNull();
  });
});

describe("findIllFormed", () => {
  it("says where and what, in lines and code points from 1", () => {
    expect(findIllFormed("fine 😀")).toBeNull();
    expect(findIllFormed("a\n😀b\0")).toEqual({ line: 2, column: 3, what: "NUL" });
    expect(findIllFormed("x\ud83d")).toEqual({ line: 1, column: 2, what: "lone surrogate" });
  });
});

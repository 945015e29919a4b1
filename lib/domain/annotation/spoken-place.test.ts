import { describe, expect, it } from "vitest";

import type { Span } from "../spans/span";
import { CodePointIndex } from "../text/code-points";
import { spokenPlace } from "./spoken-place";

const index = new CodePointIndex("😀 Critics claimed it. It stays.\nNext day.");
const context = { texts: { title: index, body: index }, language: "en" };
const span: Span = {
  id: "s",
  segment: "body",
  start: 2,
  end: 17,
  quote: "Critics claimed",
  tagId: "VAGUE",
  attributes: {},
  revision: 1,
};
const say = (offset: number, unit: Parameters<typeof spokenPlace>[2]) =>
  spokenPlace(context, { segment: "body", offset }, unit, [span]);

describe("what is heard at the caret", () => {
  it("is the unit that follows, and how it is marked", () => {
    expect(say(0, "character")).toEqual({ what: "text", text: "😀", tagIds: [] });
    expect(say(3, "word")).toEqual({ what: "text", text: "Critics", tagIds: ["VAGUE"] });
    expect(say(23, "sentence")).toMatchObject({ text: "It stays." });
    expect(say(10, "word")).toEqual({ what: "text", text: "Critics", tagIds: ["VAGUE"] });
    expect(say(33, "paragraph")).toMatchObject({ text: "Next day." });
  });

  it("says that there is a space, and where the text ends", () => {
    expect(say(2, "character")).toEqual({ what: "space", text: "", tagIds: [] });
    expect(say(index.text.length, "word")).toEqual({ what: "end", text: "", tagIds: [] });
  });
});

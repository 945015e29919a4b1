import { describe, expect, it } from "vitest";

import { groupVersions } from "./group-versions";
import { mentionedIn } from "./mentions";

function member(annotator: string, start: number, tagId: string, attributes = {}) {
  const spanId = `${annotator} ${start} ${tagId}`;
  return {
    annotator,
    spanId,
    segment: "body" as const,
    start,
    end: 9,
    quote: "…",
    tagId,
    attributes,
  };
}

describe("versions", () => {
  it("are one where places and judgements are, remarks aside, in the order of annotators", () => {
    const members = [
      member("A01", 0, "LOADED", { note: "sure" }),
      member("A02", 0, "LABEL"),
      member("A03", 0, "LOADED"),
      member("A04", 0, "LOADED", { intensity: 3 }),
    ];
    const { versions, silent } = groupVersions(members, ["A05", "A03", "A02", "A01", "A04"]);
    expect(versions.map(({ number, annotators }) => `${number} ${annotators.join(" ")}`)).toEqual([
      "1 A03 A01",
      "2 A02",
      "3 A04",
    ]);
    expect(silent).toEqual(["A05"]);
  });

  it("of several spans are alike in any order", () => {
    const [first, second] = [member("A01", 0, "LOADED"), member("A01", 5, "DOUBT")];
    const theirs = [member("A02", 5, "DOUBT"), member("A02", 0, "LOADED")];
    expect(groupVersions([first, second, ...theirs], ["A01", "A02"]).versions).toHaveLength(1);
  });
});

describe("mentions", () => {
  it("are pseudonyms after an @, each once", () => {
    expect(
      mentionedIn("@R01, ask @A12 or @R01; not R03 nor mail@A1.org or @A123456789012"),
    ).toEqual(["R01", "A12"]);
  });
});

import { describe, expect, it } from "vitest";

import type { AnnotationFormat } from "../../contracts/imports";
import type { MatchedLayer } from "./match-articles";
import { chooseAnnotator } from "./source-annotators";

/** A file of somebody on the article that stands behind it. */
type Told = readonly [file: string, articleId: string];

const layersOf = (files: readonly Told[], format: AnnotationFormat = "brat"): MatchedLayer[] =>
  files.map(([file, articleId]) => ({
    ...{ file, format, unsureKeys: [], match: { articleId } },
    layer: { line: 1, keys: [], annotator: null, unit: "codepoint", text: null, spans: [] },
  }));
const choose = (files: readonly Told[], wanted?: string, format?: AnnotationFormat) => {
  const { layers, people, errors } = chooseAnnotator(layersOf(files, format), wanted);
  return {
    files: layers.map(({ file }) => file),
    people,
    reasons: errors.map(({ reason }) => reason),
  };
};

describe("files of several people", () => {
  it.each<[string, readonly Told[], readonly string[]]>([
    [
      "in folders",
      [
        ["anna/s.ann", "s"],
        ["ben/s.ann", "s"],
        ["ben/t.ann", "t"],
      ],
      ["anna", "ben"],
    ],
    [
      "in folders of weeks",
      [
        ["w1/anna/s.ann", "s"],
        ["w1/ben/s.ann", "s"],
        ["w2/anna/t.ann", "t"],
        ["w2/ben/t.ann", "t"],
      ],
      ["anna", "ben"],
    ],
    [
      "in archives",
      [
        ["anna.zip/s.ann", "s"],
        ["ben.zip/s.ann", "s"],
      ],
      ["anna", "ben"],
    ],
    [
      "by the ends of names",
      [
        ["s_anna.ann", "s"],
        ["s_ben.ann", "s"],
      ],
      ["anna", "ben"],
    ],
    [
      "by the starts of names",
      [
        ["anna_s.ann", "s"],
        ["ben_s.ann", "s"],
      ],
      ["anna", "ben"],
    ],
    [
      "by nothing but the whole name",
      [
        ["s_anna_v1.ann", "s"],
        ["s_ben_v1.ann", "s"],
      ],
      ["s_anna_v1.ann", "s_ben_v1.ann"],
    ],
  ])("are told apart %s", (_, files, people) => {
    expect(choose(files)).toEqual({ files: [], people, reasons: ["annotator_unclear"] });
    const [first] = people;
    const taken = files.map(([file]) => file).filter((file) => file.includes(first ?? ""));
    expect(choose(files, first)).toEqual({ files: taken, people, reasons: [] });
  });

  it("leave what stands beside no other to whoever is chosen", () => {
    const files: readonly Told[] = [
      ["s_anna.ann", "s"],
      ["s_ben.ann", "s"],
      ["t.ann", "t"],
    ];
    expect(choose(files, "anna").files).toEqual(["s_anna.ann", "t.ann"]);
  });

  it("are found by a folder of the wanted name where no article has two", () => {
    const files: readonly Told[] = [
      ["anna/s.ann", "s"],
      ["ben/t.ann", "t"],
    ];
    expect(choose(files, "anna").files).toEqual(["anna/s.ann"]);
    expect(choose(files).files).toEqual(["anna/s.ann", "ben/t.ann"]);
  });

  it("are one person's in a format whose files hold single annotations", () => {
    const files: readonly Told[] = [
      ["a1.json", "s"],
      ["a2.json", "s"],
    ];
    expect(choose(files, undefined, "web-annotation")).toMatchObject({ people: [], reasons: [] });
  });
});

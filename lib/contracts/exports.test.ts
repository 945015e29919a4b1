import { describe, expect, it } from "vitest";

import { fieldErrorsOf } from "../domain/field-errors";
import { exportQuery, exportSelection } from "./exports";

const errorsOf = (query: unknown) =>
  fieldErrorsOf(exportQuery.safeParse(query).error?.issues ?? []);

describe("an export's filters", () => {
  it.each([
    [{ tag: "LOADED, VAGUE" }, { tag: ["LOADED", "VAGUE"] }],
    [{ tag: ["LOADED", "VAGUE"] }, { tag: ["LOADED", "VAGUE"] }],
    [{ tag: ["LOADED,VAGUE", "LABEL"] }, { tag: ["LOADED", "VAGUE", "LABEL"] }],
    [
      { article: ["a", "b"], annotator: "A01" },
      { article: ["a", "b"], annotator: ["A01"] },
    ],
    [
      { outlet: "CNN, RT", notes: "true" },
      { outlet: "CNN, RT", notes: true },
    ],
  ])("are taken all: %j", (query, expected) => {
    expect(exportQuery.parse(query)).toMatchObject(expected);
  });

  it.each([
    [{ tags: "LOADED" }, { path: "", reason: "unknown_keys", facts: { count: 1, keys: "tags" } }],
    [
      { tag: "VAGUE", foo: "1" },
      { reason: "unknown_keys", facts: { count: 1, keys: "foo" } },
    ],
    [{ outlet: ["CNN", "RT"] }, { path: "outlet", reason: "wrong_type" }],
    [{ family: ["FRAMING", "SOURCING"] }, { path: "family", reason: "wrong_type" }],
    [{ status: ["all", "submitted"] }, { path: "status", reason: "not_a_choice" }],
    [{ limit: ["1", "2"] }, { path: "limit", reason: "wrong_type" }],
    [{ tag: ["LOADED", ""] }, { path: "tag.1", reason: "text_too_short" }],
  ])("are refused rather than passed over: %j", (query, error) => {
    expect(errorsOf(query)).toMatchObject([error]);
  });

  it("leave a page's address its other parts", () => {
    const { contents, tag } = exportSelection.parse({ tag: "VAGUE", via: "mail" });
    expect([contents, tag]).toEqual(["annotations", ["VAGUE"]]);
  });
});

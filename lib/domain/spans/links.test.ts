import { describe, expect, it } from "vitest";

import { linkAttributes, linksOf } from "./links";

describe("links of a span", () => {
  it("are held kind by kind, several of a kind in their order, each once", () => {
    const links = [
      { kind: "claim", toSpanId: "a" },
      { kind: "relayed_by", toSpanId: "b" },
      { kind: "claim", toSpanId: "c" },
      { kind: "claim", toSpanId: "a" },
    ];
    const attributes = linkAttributes(links);
    expect(attributes).toEqual({ link_claim: "a c", link_relayed_by: "b" });
    expect(linksOf({ ...attributes, note: "x y" })).toEqual([links[0], links[2], links[1]]);
  });
});

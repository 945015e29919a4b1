import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";

import { type Look, PieceKeeper } from "./piece-keeper";

const text = "Officials said so.";
const style = { background: "red" };
const look: Look = { ids: "a b", isSelected: false, style };

describe("a piece of text", () => {
  it("is the very same element while it looks the same", () => {
    const keeper = new PieceKeeper(text);
    const first = keeper.draw(0, 9, look);
    expect(keeper.draw(0, 9, { ...look })).toBe(first);
  });

  it.each([
    ["ends elsewhere", 8, look],
    ["lies under other spans", 9, { ...look, ids: "a" }],
    ["is selected", 9, { ...look, isSelected: true }],
    ["has another style", 9, { ...look, style: { ...style } }],
    ["lies under no span any more", 9, { ids: "", isSelected: false, style: null }],
  ])("is drawn anew when it %s", (_, end, changed) => {
    const keeper = new PieceKeeper(text);
    const first = keeper.draw(0, 9, look);
    const again = keeper.draw(0, end, changed);
    expect(again).not.toBe(first);
    expect(renderToStaticMarkup(again)).toContain(text.slice(0, end));
    expect(keeper.draw(0, end, changed)).toBe(again);
  });

  it("tells the spans over it, or nothing", () => {
    const keeper = new PieceKeeper(text);
    const mark = renderToStaticMarkup(keeper.draw(0, 9, look));
    expect(mark).toMatch(/^<mark data-span-ids="a b".*>Officials<\/mark>$/);
    const plain = { ids: "", isSelected: false, style: null };
    expect(renderToStaticMarkup(keeper.draw(9, 18, plain))).toBe("<span> said so.</span>");
  });
});

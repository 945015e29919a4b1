import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";

import { type Look, PieceKeeper } from "./piece-keeper";

const text = "Officials said so.";
const style = { background: "red" };
const look: Look = { ids: "a b", isSelected: false, style };
const textOf = () => text.slice(0, 9);

describe("a piece of text", () => {
  it("is the very same element while it looks the same", () => {
    const keeper = new PieceKeeper(text);
    const first = keeper.draw(0, 9, look, textOf);
    expect(keeper.draw(0, 9, { ...look }, textOf)).toBe(first);
  });

  it.each([
    ["ends elsewhere", 8, look],
    ["lies under other spans", 9, { ...look, ids: "a" }],
    ["is selected", 9, { ...look, isSelected: true }],
    ["has another style", 9, { ...look, style: { ...style } }],
    ["lies under no span any more", 9, { ids: "", isSelected: false, style: null }],
  ])("is drawn anew when it %s", (_, end, changed) => {
    const keeper = new PieceKeeper(text);
    const first = keeper.draw(0, 9, look, textOf);
    const again = keeper.draw(0, end, changed, () => text.slice(0, end));
    expect(again).not.toBe(first);
    expect(renderToStaticMarkup(again)).toContain(text.slice(0, end));
    expect(keeper.draw(0, end, changed, textOf)).toBe(again);
  });

  it("tells the spans over it, or nothing", () => {
    const keeper = new PieceKeeper(text);
    const mark = renderToStaticMarkup(keeper.draw(0, 9, look, textOf));
    expect(mark).toMatch(/^<mark data-span-ids="a b".*>Officials<\/mark>$/);
    const plain = { ids: "", isSelected: false, style: null };
    expect(renderToStaticMarkup(keeper.draw(9, 18, plain, () => " said so."))).toBe(
      "<span> said so.</span>",
    );
  });
});

import { unitRangeAt } from "./snap-range";

/**
 * Where a caret (UTF-16) comes to that goes on by sentence or paragraph: to the start of the next or,
 * backwards, of its own or the one before; to an end of the text where there is none. A caret at that
 * end stays. Linear in the paragraph.
 */
export function stepByUnit(
  text: string,
  from: number,
  unit: "sentence" | "paragraph",
  direction: "forward" | "backward",
  language: string,
): number {
  if (direction === "forward") {
    let at = unitRangeAt(text, from, unit, language)?.end ?? from;
    while (text[at] === "\n") at += 1;
    return at;
  }
  let before = from - 1;
  while (text[before] === "\n") before -= 1;
  return before < 0 ? 0 : (unitRangeAt(text, before, unit, language)?.start ?? 0);
}

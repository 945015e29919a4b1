import { countCodePoints } from "./code-points";

/** Line and column, both from 1 and the column in code points, of a UTF-16 offset. */
export function lineAt(text: string, utf16: number): { line: number; column: number } {
  const before = text.slice(0, utf16);
  const lineStart = before.lastIndexOf("\n") + 1;
  return {
    line: before.split("\n").length,
    column: countCodePoints(before.slice(lineStart)) + 1,
  };
}

/** Line numbers, from 1, of ascending UTF-16 offsets. One walk over the text. */
export function linesAt(text: string, offsets: readonly number[]): number[] {
  let line = 1;
  let at = 0;
  return offsets.map((offset) => {
    for (let feed = text.indexOf("\n", at); feed >= 0 && feed < offset;) {
      line += 1;
      at = feed + 1;
      feed = text.indexOf("\n", at);
    }
    return line;
  });
}

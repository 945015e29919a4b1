import type { CodePointIndex } from "../text/code-points";

const contextCodePoints = 32;

/** Whether a spreadsheet takes a text for a formula (OWASP, CSV injection). */
export function looksLikeFormula(text: string): boolean {
  return /^[=+\-@\t\r\0]/.test(text);
}

/** A text cell that no spreadsheet takes for a formula. */
export function spreadsheetCell(text: string): string {
  return looksLikeFormula(text) ? `'${text}` : text;
}

/** Up to 32 code points before a span, as the W3C TextQuoteSelector's prefix. */
export function prefixOf(index: CodePointIndex, start: number): string {
  return index.slice(Math.max(0, start - contextCodePoints), start);
}

/** Up to 32 code points after a span. */
export function suffixOf(index: CodePointIndex, end: number): string {
  return index.slice(end, Math.min(index.length, end + contextCodePoints));
}

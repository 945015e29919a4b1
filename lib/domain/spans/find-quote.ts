import type { TextRange } from "./span";

const mostPlaces = 5000;

/**
 * Every place of a quote, in UTF-16 offsets, overlapping ones too, up to 5,000. Where the text
 * never says it exactly, any run of white space counts as any other.
 */
export function findQuote(text: string, quote: string): TextRange[] {
  const found: TextRange[] = [];
  for (let at = text.indexOf(quote); at >= 0 && found.length < mostPlaces;) {
    found.push({ start: at, end: at + quote.length });
    at = text.indexOf(quote, at + 1);
  }
  return found.length > 0 || !/\s/.test(quote) ? found : findLoosely(text, quote);
}

function findLoosely(text: string, quote: string): TextRange[] {
  const words = quote.trim().split(/\s+/);
  const pattern = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&")).join("\\s+");
  const found: TextRange[] = [];
  for (const { index, 0: match } of text.matchAll(new RegExp(pattern, "g"))) {
    found.push({ start: index, end: index + match.length });
    if (found.length === mostPlaces) break;
  }
  return found;
}

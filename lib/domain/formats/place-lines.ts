import type { Explained } from "../reason";
import type { TextRange } from "../spans/span";
import { CodePointIndex } from "../text/code-points";
import { trimRange } from "../text/trim-range";
import type { ImportedLayer } from "./imported-layer";
import { type ArticleText, JointText } from "./joint-text";

/**
 * A layer whose spans have places where they name lines of the text: of the file beside it, else of
 * title, empty line and body. Without the file, all lines that the layer speaks of must be
 * paragraphs of the article, or no place is given: then its text was laid out in another way.
 */
export function withPlacesOfLines(article: ArticleText, layer: ImportedLayer): ImportedLayer {
  const { lines } = layer;
  if (lines === undefined) return layer;
  const text = layer.text ?? new JointText(article).index.text;
  const ranges = rangesOfLines(text);
  const isOther = layer.text === null && lines.some((line) => !ranges[line - 1]);
  const spans = layer.spans.map((span) => {
    const place = isOther ? null : (ranges[(span.textLine ?? 0) - 1] ?? null);
    return { ...span, place };
  });
  return { ...layer, spans };
}

/** Where each line is, in code points, without what no span begins or ends with; null if empty. */
function rangesOfLines(text: string): (TextRange | null)[] {
  const index = new CodePointIndex(text);
  let at = 0;
  return text.split("\n").map((content) => {
    const start = at;
    at += content.length + 1;
    const range = trimRange(text, { start, end: start + content.length });
    if (!range) return null;
    return { start: index.toCodePoint(range.start), end: index.toCodePoint(range.end) };
  });
}

export function explainNoParagraph(line: number): Explained {
  const message = `Line ${line} is no paragraph of the article's text. Send the article's own file along.`;
  return { message, reason: "span_no_paragraph", facts: { line } };
}

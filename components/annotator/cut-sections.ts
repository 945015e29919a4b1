import { countCodePoints } from "@/lib/domain/text/code-points";
import { type TextRange } from "@/lib/domain/spans/span";

/** A line feed belongs to the paragraph before it, so that paragraphs together are the text. */
export type Paragraph = TextRange & { text: string };

/** Paragraphs that are laid out and marked together; offsets in code points. */
export type Section = TextRange & { paragraphs: readonly Paragraph[]; nLines: number };

// A screen or two of text: small enough to draw at once, and never so many that watching them costs.
const shortestSection = 2500;
const mostSections = 120;
/** Characters in a line of the article column, to guess heights before there is a layout. */
const charactersPerLine = 76;

const surrogate = /[\uD800-\uDFFF]/;

/** The text in sections of whole paragraphs. Linear. */
export function cutSections(text: string): Section[] {
  const length = Math.max(shortestSection, text.length / mostSections);
  const count = surrogate.test(text) ? countCodePoints : ({ length }: string) => length;
  const sections: Section[] = [];
  let paragraphs: Paragraph[] = [];
  let nLines = 0;
  let start = 0;
  for (const [part] of text.matchAll(/[^\n]*\n+|[^\n]+$/g)) {
    const end = start + count(part);
    paragraphs.push({ text: part, start, end });
    nLines += linesOf(part);
    start = end;
    const first = paragraphs[0]?.start ?? 0;
    if (end - first >= length || end === text.length) {
      sections.push({ start: first, end, paragraphs, nLines });
      paragraphs = [];
      nLines = 0;
    }
  }
  if (paragraphs[0]) sections.push({ start: paragraphs[0].start, end: start, paragraphs, nLines });
  return sections;
}

/** The last line feed of a block makes no line of its own. */
function linesOf(part: string): number {
  const { length } = part.trimEnd();
  return Math.max(1, Math.ceil(length / charactersPerLine)) + Math.max(0, part.length - length - 1);
}

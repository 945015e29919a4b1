import { useMemo } from "react";

import { overlaps } from "@/lib/domain/spans/span";
import { countCodePoints } from "@/lib/domain/text/code-points";
import { type DrawnSpan, MarkedParagraph } from "./marked-paragraph";
import type { FamilyStyle } from "@/components/codebook/tag-style";

type SegmentViewProps = {
  text: string;
  spans: readonly DrawnSpan[];
  selectedId: string | null;
  styles: ReadonlyMap<string, FamilyStyle>;
};

type Paragraph = { text: string; start: number; end: number };
const paragraphsPerSection = 24;

/** Paragraphs with the line feeds that follow them, so that together they are the text. */
function cut(text: string): Paragraph[] {
  let start = 0;
  return (text.match(/[^\n]*\n*/g) ?? [])
    .filter((part) => part !== "")
    .map((part) => {
      const paragraph = { text: part, start, end: start + countCodePoints(part) };
      start = paragraph.end;
      return paragraph;
    });
}

/** A segment's text with its spans drawn in. Holds the text and nothing else. */
export function SegmentView({ text, spans, selectedId, styles }: SegmentViewProps) {
  const sections = useMemo(() => {
    const paragraphs = cut(text);
    const count = Math.ceil(paragraphs.length / paragraphsPerSection);
    return Array.from({ length: count }, (_, at) =>
      paragraphs.slice(at * paragraphsPerSection, (at + 1) * paragraphsPerSection),
    );
  }, [text]);

  return sections.map((paragraphs, at) => (
    <span key={at} className={sections.length > 1 ? "block [content-visibility:auto]" : "contents"}>
      {paragraphs.map((paragraph) => (
        <span key={paragraph.start} className="block" dir="auto">
          <MarkedParagraph
            text={paragraph.text}
            offset={paragraph.start}
            spans={spans.filter((span) => overlaps(span, paragraph))}
            selectedId={selectedId}
            styles={styles}
          />
        </span>
      ))}
    </span>
  ));
}

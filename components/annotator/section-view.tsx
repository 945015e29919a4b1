import { memo } from "react";

import { overlaps } from "@/lib/domain/spans/span";
import type { FamilyStyle } from "@/components/codebook/tag-style";
import type { Section } from "./cut-sections";
import { type DrawnSpan, isSameList, MarkedParagraph } from "./marked-paragraph";

type SectionViewProps = {
  section: Section;
  /** The only section of its segment is always laid out. */
  isOnly: boolean;
  /** Whether the spans are shown, or the text alone. */
  isDrawn: boolean;
  /** The spans that reach into the section. */
  spans: readonly DrawnSpan[];
  selectedId: string | null;
  styles: ReadonlyMap<string, FamilyStyle>;
};

/**
 * A change is painted in its paragraph alone, not in all around it. What reaches out of the paragraph,
 * as an outline does, is still seen; a browser that would cut it off paints more.
 */
const paragraphClass =
  "block supports-[overflow-clip-margin:1px]:[contain:paint] supports-[overflow-clip-margin:1px]:[overflow-clip-margin:16px]";

/** Some paragraphs of a segment, which the browser leaves out of its layout while they are far. */
export const SectionView = memo(function SectionView(props: SectionViewProps) {
  const { section, isOnly, isDrawn, spans, selectedId, styles } = props;
  return (
    <span
      className={isOnly ? "contents" : "block [content-visibility:auto]"}
      style={isOnly ? undefined : { containIntrinsicSize: `auto ${section.nLines}lh` }}
    >
      {section.paragraphs.map((paragraph) => (
        <span key={paragraph.start} className={paragraphClass} dir="auto">
          {isDrawn ? (
            <MarkedParagraph
              paragraph={paragraph}
              spans={spans.filter((span) => overlaps(span, paragraph))}
              selectedId={selectedId}
              styles={styles}
            />
          ) : (
            paragraph.text
          )}
        </span>
      ))}
    </span>
  );
}, isSame);

function isSame(a: SectionViewProps, b: SectionViewProps): boolean {
  if (a.section !== b.section || a.isDrawn !== b.isDrawn || a.isOnly !== b.isOnly) return false;
  if (!a.isDrawn) return true;
  return a.styles === b.styles && a.selectedId === b.selectedId && isSameList(a.spans, b.spans);
}

import { type RefObject, useMemo, useState } from "react";

import type { FamilyStyle } from "@/components/codebook/tag-style";
import { cutSections, type Section } from "./cut-sections";
import type { DrawnSpan } from "./marked-paragraph";
import { SectionView } from "./section-view";
import { type Buckets, spansBySection, spansBySectionAfter } from "./spans-by-section";
import { useDrawnSections } from "./use-drawn-sections";

type SegmentViewProps = {
  /** The element that holds the segment, and nothing else. */
  container: RefObject<HTMLElement | null>;
  text: string;
  spans: readonly DrawnSpan[];
  selectedId: string | null;
  styles: ReadonlyMap<string, FamilyStyle>;
};

/** Characters that a tall screen shows before anything is scrolled. */
const inViewAtFirst = 3000;

/** A segment's text with its spans drawn in. Holds the text and nothing else. */
export function SegmentView({ container, text, spans, selectedId, styles }: SegmentViewProps) {
  const sections = useMemo(() => cutSections(text), [text]);
  const buckets = useBuckets(sections, spans);
  const isDrawn = useDrawnSections(
    container,
    sections.length,
    sections.filter(({ start }) => start < inViewAtFirst).length,
    (spanId) => buckets.flatMap((spans, at) => (spans.some(({ id }) => id === spanId) ? [at] : [])),
  );

  return sections.map((section, at) => (
    <SectionView
      key={section.start}
      section={section}
      isOnly={sections.length === 1}
      isDrawn={isDrawn(at)}
      spans={buckets[at] ?? []}
      {...{ selectedId, styles }}
    />
  ));
}

/** Kept from one drawing to the next, to find what has changed between them. */
function useBuckets(sections: readonly Section[], spans: readonly DrawnSpan[]) {
  const [known, setKnown] = useState(() => ({ sections, ...spansBySection(sections, spans) }));
  if (known.sections === sections && known.spans === spans) return known.bySection;
  const next: Buckets<DrawnSpan> =
    known.sections === sections
      ? spansBySectionAfter(known, sections, spans)
      : spansBySection(sections, spans);
  setKnown({ sections, ...next });
  return next.bySection;
}

import { memo, type RefObject, useMemo, useState } from "react";

import type { FamilyStyle } from "@/components/codebook/tag-style";
import { cutSections, type Section } from "./cut-sections";
import type { DrawnSpan } from "./marked-paragraph";
import { SectionGroup } from "./section-group";
import { SpanSorter } from "./spans-by-section";
import { useDrawnSections } from "./use-drawn-sections";

type SegmentViewProps = {
  /** The element that holds the segment, and nothing else. */
  container: RefObject<HTMLElement | null>;
  text: string;
  spans: readonly DrawnSpan[];
  selectedId: string | null;
  styles: ReadonlyMap<string, FamilyStyle>;
};

/** Characters that a tall screen shows before anything is scrolled, where lines are not widened. */
const inViewAtFirst = 3000;
/** Up to so many spans over a word, on average, a line keeps its height. */
const roomyDepth = 3;

/** A segment's text with its spans drawn in. Holds the text and nothing else. */
export const SegmentView = memo(function SegmentView(props: SegmentViewProps) {
  const { container, text, spans, selectedId, styles } = props;
  const sections = useMemo(() => cutSections(text), [text]);
  const [sorter] = useState(() => new SpanSorter<DrawnSpan>());
  const buckets = useMemo(() => sorter.sort(sections, spans), [sorter, sections, spans]);
  const [nAtFirst] = useState(() => {
    const reach = inViewAtFirst / Math.max(1, depthOf(sections[0], buckets[0]) / roomyDepth);
    return sections.filter(({ start }) => start < reach).length;
  });
  const groups = useMemo(() => groupsOf(sections), [sections]);
  const drawn = useDrawnSections(container, sections.length, nAtFirst, (spanId) =>
    buckets.flatMap((spans, at) => (spans.some(({ id }) => id === spanId) ? [at] : [])),
  );

  return groups.map((group) => (
    <SectionGroup
      key={group.first}
      {...group}
      isOnly={sections.length === 1}
      {...{ buckets, drawn, selectedId, styles }}
    />
  ));
});

/** How many spans lie over a character on average. */
function depthOf(section: Section | undefined, spans: readonly DrawnSpan[] | undefined): number {
  if (!section || !spans) return 0;
  const nCovered = spans.reduce((sum, { start, end }) => sum + end - start, 0);
  return nCovered / (section.end - section.start);
}

const sectionsInGroup = 12;

function groupsOf(sections: readonly Section[]): { first: number; sections: readonly Section[] }[] {
  return Array.from({ length: Math.ceil(sections.length / sectionsInGroup) }, (_, at) => {
    const first = at * sectionsInGroup;
    return { first, sections: sections.slice(first, first + sectionsInGroup) };
  });
}

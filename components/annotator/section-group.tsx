import { memo } from "react";

import type { FamilyStyle } from "@/components/codebook/tag-style";
import type { Section } from "./cut-sections";
import type { DrawnSpan } from "./marked-paragraph";
import { SectionView } from "./section-view";

type SectionGroupProps = {
  /** Place of the first of them among all. */
  first: number;
  sections: readonly Section[];
  /** Whether there are no others in the segment. */
  isOnly: boolean;
  /** Of all sections, in their order. */
  buckets: readonly (readonly DrawnSpan[])[];
  /** Places of the sections whose spans are shown. */
  drawn: ReadonlySet<number>;
  selectedId: string | null;
  styles: ReadonlyMap<string, FamilyStyle>;
};

const none: readonly DrawnSpan[] = [];

/** A dozen sections, so that neither a change to one of a hundred nor where it is is asked of each. */
export const SectionGroup = memo(function SectionGroup(props: SectionGroupProps) {
  const { first, sections, isOnly, buckets, drawn, selectedId, styles } = props;
  return (
    <span className={isOnly ? "contents" : "block"}>
      {sections.map((section, at) => (
        <SectionView
          key={section.start}
          section={section}
          isOnly={isOnly}
          isDrawn={drawn.has(first + at)}
          spans={buckets[first + at] ?? none}
          {...{ selectedId, styles }}
        />
      ))}
    </span>
  );
}, isSame);

function isSame(a: SectionGroupProps, b: SectionGroupProps): boolean {
  return (
    a.first === b.first &&
    a.sections === b.sections &&
    a.isOnly === b.isOnly &&
    a.drawn === b.drawn &&
    a.selectedId === b.selectedId &&
    a.styles === b.styles &&
    a.sections.every((_, at) => a.buckets[a.first + at] === b.buckets[b.first + at])
  );
}

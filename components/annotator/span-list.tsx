import { useTranslations } from "next-intl";
import { memo, useEffect, useMemo, useRef } from "react";

import type { Codebook } from "@/lib/domain/codebook/codebook";
import { familyOf } from "@/lib/domain/codebook/codebook";
import type { Span } from "@/lib/domain/spans/span";
import type { FamilyStyle } from "@/components/codebook/tag-style";
import { SpanRow } from "./span-row";

type SpanListProps = {
  codebook: Codebook;
  spans: readonly Span[];
  selectedId: string | null;
  styles: ReadonlyMap<string, FamilyStyle>;
  onSelect: (id: string) => void;
};

const groupSize = 32;
const rowHeightRem = 3.75;

/** Every span in text order; choosing one shows it in the text and opens its editor. */
export const SpanList = memo(function SpanList({
  codebook,
  spans,
  selectedId,
  styles,
  onSelect,
}: SpanListProps) {
  const t = useTranslations("annotator.panel");
  const groups = useMemo(() => groupSpans(spans), [spans]);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = list.current;
    const row =
      selectedId === null ? null : element?.querySelector(`[data-row="${CSS.escape(selectedId)}"]`);
    if (!element || !row) return;
    // Only the list is moved, where it scrolls by itself: the page stays where the reading is.
    const [frame, box] = [element.getBoundingClientRect(), row.getBoundingClientRect()];
    if (box.top < frame.top) element.scrollTop -= frame.top - box.top;
    else if (box.bottom > frame.bottom) element.scrollTop += box.bottom - frame.bottom;
  }, [selectedId]);
  if (spans.length === 0) {
    return <p className="px-4 py-6 text-sm text-muted">{t("empty")}</p>;
  }
  return (
    <div
      ref={list}
      role="list"
      aria-label={t("spans")}
      className="lg:min-h-36 lg:flex-1 lg:overflow-y-auto"
    >
      {groups.map((group) => (
        <SpanGroup
          key={group.at(-1)?.id}
          spans={group}
          selectedId={group.some(({ id }) => id === selectedId) ? selectedId : null}
          {...{ codebook, styles, onSelect }}
        />
      ))}
    </div>
  );
});

/** Rows that the browser lays out together, and leaves out while they are far from view. */
const SpanGroup = memo(
  function SpanGroup({ codebook, spans, selectedId, styles, onSelect }: SpanListProps) {
    return (
      <div
        role="presentation"
        className="divide-y divide-line border-b border-line [content-visibility:auto]"
        style={{ containIntrinsicSize: `auto ${spans.length * rowHeightRem}rem` }}
      >
        {spans.map((span) => (
          <SpanRow
            key={span.id}
            span={span}
            family={familyOf(codebook, span.tagId) ?? ""}
            style={styles.get(span.tagId)}
            isSelected={span.id === selectedId}
            onSelect={onSelect}
          />
        ))}
      </div>
    );
  },
  (a, b) =>
    a.codebook === b.codebook &&
    a.styles === b.styles &&
    a.onSelect === b.onSelect &&
    a.selectedId === b.selectedId &&
    a.spans.length === b.spans.length &&
    a.spans.every((span, at) => span === b.spans[at]),
);

/**
 * Groups that end at spans whose id says so, about one in `groupSize`, and not at every so many:
 * an added span then changes its own group and no other. Linear.
 */
function groupSpans(spans: readonly Span[]): Span[][] {
  const groups: Span[][] = [];
  let group: Span[] = [];
  for (const span of spans) {
    group.push(span);
    const endsGroup = parseInt(span.id.slice(-4), 16) % groupSize === 0;
    if (endsGroup || group.length >= 4 * groupSize) {
      groups.push(group);
      group = [];
    }
  }
  return group.length > 0 ? [...groups, group] : groups;
}

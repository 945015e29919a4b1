import { memo } from "react";

import type { Codebook } from "@/lib/domain/codebook/codebook";
import { familyOf } from "@/lib/domain/codebook/codebook";
import type { Span } from "@/lib/domain/spans/span";
import { type FamilyStyle, readable } from "@/components/codebook/tag-style";

type SpanListProps = {
  codebook: Codebook;
  spans: readonly Span[];
  selectedId: string | null;
  styles: ReadonlyMap<string, FamilyStyle>;
  onSelect: (id: string) => void;
};

/** Every span in text order; choosing one shows it in the text and opens its editor. */
export const SpanList = memo(function SpanList({
  codebook,
  spans,
  selectedId,
  styles,
  onSelect,
}: SpanListProps) {
  if (spans.length === 0) {
    return (
      <p className="px-4 py-6 text-sm text-muted">
        No spans yet. Select words in the text and choose a tag. If there is nothing to mark, say so
        when you submit.
      </p>
    );
  }
  return (
    <ul aria-label="Spans" className="divide-y divide-line">
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
    </ul>
  );
});

type SpanRowProps = {
  span: Span;
  family: string;
  style: FamilyStyle | undefined;
  isSelected: boolean;
  onSelect: (id: string) => void;
};

const SpanRow = memo(function SpanRow({ span, family, style, isSelected, onSelect }: SpanRowProps) {
  return (
    <li className="[contain-intrinsic-size:auto_3.75rem] [content-visibility:auto]">
      <button
        type="button"
        aria-pressed={isSelected}
        onClick={() => onSelect(span.id)}
        className="block w-full px-4 py-2 text-left -outline-offset-2 hover:bg-sunken aria-pressed:bg-accent-soft"
      >
        <span className="flex items-center gap-2 text-sm">
          <span
            aria-hidden="true"
            className={`h-3.5 w-4 rounded-xs ${style?.soft ?? ""}`}
            style={{
              borderBottom: `2px ${style?.isDashed ? "dashed" : "solid"} ${style?.line ?? ""}`,
            }}
          />
          <span className={`font-medium ${style?.text ?? ""}`}>{readable(span.tagId)}</span>
          <span className="ml-auto text-xs text-muted">
            {span.segment === "title" ? "Title · " : ""}
            {readable(family)}
          </span>
        </span>
        <span className="mt-0.5 block truncate font-serif text-sm">
          <bdi>{span.quote}</bdi>
        </span>
      </button>
    </li>
  );
});

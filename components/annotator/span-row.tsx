import { useTranslations } from "next-intl";
import { memo } from "react";

import { type FamilyStyle, readable } from "@/components/codebook/tag-style";
import { TagSwatch } from "@/components/codebook/tag-swatch";
import type { Span } from "@/lib/domain/spans/span";

type SpanRowProps = {
  span: Span;
  family: string;
  style: FamilyStyle | undefined;
  isSelected: boolean;
  onSelect: (id: string) => void;
};

/** A span in the list: its tag and its words. */
export const SpanRow = memo(function SpanRow({
  span,
  family,
  style,
  isSelected,
  onSelect,
}: SpanRowProps) {
  return (
    <div role="listitem" data-row={span.id}>
      <button
        type="button"
        aria-pressed={isSelected}
        onClick={() => onSelect(span.id)}
        className="block w-full px-4 py-2 text-left -outline-offset-2 hover:bg-sunken aria-pressed:bg-accent-soft"
      >
        <span className="flex items-center gap-2 text-sm">
          <TagSwatch style={style} />
          <span className={`font-medium ${style?.text ?? ""}`}>{readable(span.tagId)}</span>
          <span className="ml-auto text-xs text-muted">
            {span.segment === "title" && <InTitle />}
            {readable(family)}
          </span>
        </span>
        <span className="mt-0.5 block truncate font-serif text-sm">
          <bdi>{span.quote}</bdi>
        </span>
      </button>
    </div>
  );
});

// Its own component, so that the many rows of the body needn't ask for words.
function InTitle() {
  const t = useTranslations("annotator.panel");
  return `${t("inTitle")} · `;
}

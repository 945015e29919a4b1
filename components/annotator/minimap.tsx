import { memo } from "react";

import type { FamilyStyle } from "@/components/codebook/tag-style";
import type { Span } from "@/lib/domain/spans/span";

type MinimapProps = {
  spans: readonly Span[];
  /** Of the body, in code points. */
  length: number;
  styles: ReadonlyMap<string, FamilyStyle>;
  selectedId: string | null;
  onSelect: (id: string) => void;
};

/** Where in the article the spans stand: one stroke each, over the whole length of the body. */
export function Minimap({ spans, length, styles, selectedId, onSelect }: MinimapProps) {
  const inBody = spans.filter(({ segment }) => segment === "body");
  if (inBody.length === 0 || length === 0) return null;
  const selected = inBody.find(({ id }) => id === selectedId);
  return (
    // The list beside it says the same in words.
    <div
      aria-hidden="true"
      className="relative mb-3 hidden h-6 overflow-hidden rounded-sm border border-line bg-sunken lg:block"
      onClick={({ clientX, currentTarget }) => {
        const { left, width } = currentTarget.getBoundingClientRect();
        const at = ((clientX - left) / width) * length;
        const nearest = inBody.reduce((best, span) =>
          Math.abs(span.start - at) < Math.abs(best.start - at) ? span : best,
        );
        onSelect(nearest.id);
      }}
    >
      <svg
        className="absolute inset-0 size-full"
        viewBox={`0 0 ${length} 2`}
        preserveAspectRatio="none"
      >
        <Strokes {...{ spans, length, styles }} />
        {selected && (
          <path
            d={strokeOf(selected, length, styles.get(selected.tagId))}
            fill="var(--accent)"
            stroke="var(--accent)"
          />
        )}
      </svg>
    </div>
  );
}

/** A path for each look; drawn again when a span changes, not when another one is selected. */
const Strokes = memo(function Strokes(props: Pick<MinimapProps, "spans" | "length" | "styles">) {
  const { spans, length, styles } = props;
  const paths = new Map<string, string[]>();
  for (const span of spans) {
    if (span.segment !== "body") continue;
    const style = styles.get(span.tagId);
    const color = style?.line ?? "currentColor";
    const path = paths.get(color) ?? [];
    path.push(strokeOf(span, length, style));
    paths.set(color, path);
  }
  return [...paths].map(([color, path]) => <path key={color} d={path.join("")} fill={color} />);
});

/** Families with dashed lines have the lower half; the least width is about a pixel of the panel. */
function strokeOf({ start, end }: Span, length: number, style: FamilyStyle | undefined): string {
  const width = Math.max(end - start, length / 300);
  return `M${start} ${style?.isDashed ? 1 : 0}h${width}v1h${-width}z`;
}

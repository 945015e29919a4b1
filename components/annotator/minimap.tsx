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
      <Strokes {...{ spans, length, styles }} />
      {selected && (
        <Stroke span={selected} length={length} style={styles.get(selected.tagId)} isSelected />
      )}
    </div>
  );
}

/** Drawn again only when a span changes, not when another one is selected. */
const Strokes = memo(function Strokes(props: Pick<MinimapProps, "spans" | "length" | "styles">) {
  const { spans, length, styles } = props;
  return spans.map(
    (span) =>
      span.segment === "body" && (
        <Stroke key={span.id} span={span} length={length} style={styles.get(span.tagId)} />
      ),
  );
});

type StrokeProps = {
  span: Span;
  length: number;
  style: FamilyStyle | undefined;
  isSelected?: boolean;
};

const Stroke = memo(function Stroke({ span, length, style, isSelected = false }: StrokeProps) {
  return (
    <span
      className={`absolute min-w-0.5 ${style?.isDashed ? "bottom-0 h-1/2" : "top-0 h-1/2"}`}
      style={{
        left: `${(span.start / length) * 100}%`,
        width: `${((span.end - span.start) / length) * 100}%`,
        background: isSelected ? "var(--accent)" : style?.line,
      }}
    />
  );
});

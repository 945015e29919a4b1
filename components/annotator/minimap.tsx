import type { Workspace } from "./use-workspace";

/** Where in the article the spans stand: one stroke each, over the whole length of the body. */
export function Minimap({ workspace }: { workspace: Workspace }) {
  const { layer, styles, selectedId, select } = workspace;
  const { length } = layer.context.texts.body;
  const inBody = layer.spans.filter(({ segment }) => segment === "body");
  if (inBody.length === 0 || length === 0) return null;
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
        select(nearest.id);
      }}
    >
      {inBody.map((span) => {
        const style = styles.get(span.tagId);
        return (
          <span
            key={span.id}
            className={`absolute min-w-0.5 ${style?.isDashed ? "bottom-0 h-1/2" : "top-0 h-1/2"}`}
            style={{
              left: `${(span.start / length) * 100}%`,
              width: `${((span.end - span.start) / length) * 100}%`,
              background: span.id === selectedId ? "var(--accent)" : style?.line,
            }}
          />
        );
      })}
    </div>
  );
}

import type { FamilyStyle } from "./tag-style";

/** A tag's tint and line, as the text shows them. */
export function TagSwatch({ style }: { style: FamilyStyle | undefined }) {
  return (
    <span
      aria-hidden="true"
      className="inline-block h-4 w-7 shrink-0 rounded-xs forced-color-adjust-none forced-colors:border"
      style={{
        backgroundColor: style?.softLine,
        backgroundImage: style?.pattern,
        backgroundSize: "100% 2px",
        backgroundPosition: "0 100%",
        backgroundRepeat: "no-repeat",
      }}
    />
  );
}

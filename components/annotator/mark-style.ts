import type { CSSProperties } from "react";

import type { FamilyStyle } from "@/components/codebook/tag-style";

type Line = { lane: number; style: FamilyStyle | null };

const lineStep = 4;
/** More underlines than this would run into the next line of text. */
const mostLanes = 5;

/**
 * Underlines of the covering spans, one lane each, over the soft colour of the innermost.
 * Solid or dashed tells the family without colour; a draft has a dotted line.
 */
export function markStyle(covering: readonly Line[]): CSSProperties {
  const lines = covering.filter(({ lane }) => lane < mostLanes);
  const deepest = Math.max(0, ...lines.map(({ lane }) => lane));
  const images = lines.map(({ style }) => imageOf(style));
  return {
    backgroundColor: covering.at(-1)?.style?.softLine ?? "var(--accent-soft)",
    backgroundImage: images.join(", "),
    backgroundSize: lines.map(() => "100% 2px").join(", "),
    backgroundPosition: lines
      .map(({ lane }) => `0 calc(100% - ${(deepest - lane) * lineStep}px)`)
      .join(", "),
    backgroundRepeat: "no-repeat",
    paddingBottom: `${(deepest + 1) * lineStep}px`,
    boxDecorationBreak: "clone",
    WebkitBoxDecorationBreak: "clone",
  };
}

function imageOf(style: FamilyStyle | null): string {
  if (!style) return "repeating-linear-gradient(90deg, var(--accent) 0 2px, transparent 2px 4px)";
  if (style.isDashed) {
    return `repeating-linear-gradient(90deg, ${style.line} 0 6px, transparent 6px 9px)`;
  }
  return `linear-gradient(${style.line}, ${style.line})`;
}

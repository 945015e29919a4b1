import type { CSSProperties } from "react";

import type { FamilyStyle } from "@/components/codebook/tag-style";

type Line = { lane: number; style: FamilyStyle | null };

/** More underlines than this on one word would be a wall; the list beside the text has them all. */
const mostLanes = 12;
/** Up to here the text's own line spacing holds them. */
const roomyLanes = 3;

const draftPattern = "repeating-linear-gradient(90deg, var(--accent) 0 2px, transparent 2px 4px)";

/** What all marks have in common; `markStyle` says the rest. */
export const markClass =
  "forced-color-adjust-none bg-transparent [box-decoration-break:clone] text-inherit";

/**
 * Beside `markClass`, of all pieces of the span that is meant: lines above and below, which run on
 * from piece to piece. A frame around each piece would look like many spans.
 */
export const selectedMarkClass =
  "shadow-[0_-2px_var(--accent),0_2px_var(--accent)] forced-colors:shadow-[0_-2px_Highlight,0_2px_Highlight]";

/** Most looks repeat all over a text, and React compares no further where the object is the same. */
const known = new Map<string, CSSProperties>();
const mostKnown = 5000;

/**
 * Underlines of the covering spans, one lane each, over the tint of the innermost. Its line of text
 * grows where the lanes would run into the next.
 * @param nLanes of the paragraph, so that a lane is at one height along all of it
 */
export function markStyle(covering: readonly Line[], nLanes = 1): CSSProperties {
  const lines = covering.filter(({ lane }) => lane < mostLanes);
  const tint = covering.at(-1)?.style?.softLine ?? "var(--accent-soft)";
  const stepPx = nLanes > roomyLanes ? 3 : 4;
  const key = lines.reduce(
    (soFar, { lane, style }) => `${soFar} ${lane} ${style?.pattern ?? ""}`,
    `${stepPx} ${tint}`,
  );
  const same = known.get(key);
  if (same) return same;
  const style = makeStyle(lines, tint, stepPx);
  if (known.size >= mostKnown) known.clear();
  known.set(key, style);
  return style;
}

function makeStyle(lines: readonly Line[], tint: string, stepPx: number): CSSProperties {
  const deepest = Math.max(0, ...lines.map(({ lane }) => lane));
  const depthPx = (deepest + 1) * stepPx;
  const layers = lines.map(({ lane, style }) => {
    const bottom = `calc(100% - ${(deepest - lane) * stepPx}px)`;
    return `${style?.pattern ?? draftPattern} 0 ${bottom} / 100% 2px no-repeat`;
  });
  return {
    background: [...layers, tint].join(", "),
    paddingBottom: `${depthPx}px`,
    ...(deepest < roomyLanes ? {} : { lineHeight: `calc(1.3em + ${2 * depthPx - 13}px)` }),
  };
}

import type { ReadLayers } from "../imported-layer";
import { placeLayer } from "../place-layer";

/** An article with a character of two UTF-16 units before most of its text, and words twice. */
export const title = "Storm 😀 over the bill";
export const body = "Critics slammed it.\n\nSupporters praised it, critics said.";
export const joint = `${title}\n\n${body}`;

/** `result segment start quote` of every span, in the order of the file, or why it is lost. */
export function placedSpans({ layers, problems }: ReadLayers): string[] {
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return layers.flatMap((layer) =>
    placeLayer({ title, body }, layer).map(({ placed }) =>
      placed.result === "lost"
        ? `lost ${placed.why.message}`
        : [placed.result, placed.segment, placed.start, placed.quote].join(" "),
    ),
  );
}

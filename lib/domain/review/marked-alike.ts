import { overlaps, type Span } from "../spans/span";

type Place = Pick<Span, "segment" | "start" | "end" | "tagId">;

/** Whether somebody marked some of the place with the same tag: then not all have missed it. */
export function isMarkedAlike(
  layers: readonly { spans: readonly Place[] }[],
  place: Place,
): boolean {
  return layers.some(({ spans }) =>
    spans.some(
      (span) =>
        span.tagId === place.tagId && span.segment === place.segment && overlaps(span, place),
    ),
  );
}

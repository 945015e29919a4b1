import { linksOf } from "../spans/links";
import type { Attributes, SegmentName, TextRange } from "../spans/span";
import type { ArticleText } from "./joint-text";

/** What the serialisers of other tools' formats need of a span; code points of its segment. */
export type ExportedSpan = TextRange & {
  id: string;
  segment: SegmentName;
  quote: string;
  tagId: string;
  /** With its links, which lead to ids of other spans. */
  attributes: Attributes;
};

/** One layer of one article, ready to be written. Spans in the order they are to stand in. */
export type ExportedLayer = {
  /** What the article is called in files. */
  key: string;
  /** What other projects with the same article know it by. */
  known?: { externalId: string; sha256: string };
  article: ArticleText;
  spans: readonly ExportedSpan[];
};

/** A link between two spans of one layer, told by their places in the list. */
export type ExportedLink = { kind: string; from: number; to: number };

/** The links whose both ends are in the layer as it is given out; in the order of the spans. */
export function exportedLinks({ spans }: ExportedLayer): ExportedLink[] {
  const places = new Map(spans.map(({ id }, at) => [id, at]));
  return spans.flatMap(({ attributes }, from) =>
    linksOf(attributes).flatMap(({ kind, toSpanId }) => {
      const to = places.get(toSpanId);
      return to === undefined ? [] : [{ kind, from, to }];
    }),
  );
}

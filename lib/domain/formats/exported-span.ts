import type { Attributes, SegmentName, TextRange } from "../spans/span";
import type { ArticleText } from "./joint-text";

/** What the serialisers of other tools' formats need of a span; code points of its segment. */
export type ExportedSpan = TextRange & {
  id: string;
  segment: SegmentName;
  quote: string;
  tagId: string;
  attributes: Attributes;
};

/** One layer of one article, ready to be written. Spans in the order they are to stand in. */
export type ExportedLayer = {
  /** What the article is called in files: its external id. */
  key: string;
  article: ArticleText;
  spans: readonly ExportedSpan[];
};

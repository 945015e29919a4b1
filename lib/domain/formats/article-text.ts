import type { ArticleRecord } from "../articles/make-article";
import { withoutLastLineFeeds } from "../text/line-ends";

/**
 * A title and its text: the first line, at most one empty line, then everything else verbatim but
 * for line feeds at its end. Corpora that count offsets over title, empty line and text (PTC,
 * brat) come out with a text that those offsets fit.
 */
export function readTitledText(text: string): ArticleRecord {
  const feed = text.indexOf("\n");
  const title = feed < 0 ? text : text.slice(0, feed);
  const rest = feed < 0 ? "" : text.slice(feed + 1);
  const body = withoutLastLineFeeds(rest.replace(/^\n/, ""));
  return { line: 1, fields: { title, body } };
}

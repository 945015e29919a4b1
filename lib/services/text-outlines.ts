import { LRUCache } from "lru-cache";

import type { SegmentName } from "../domain/spans/span";
import type { ReadText } from "../domain/spans/span-place";
import type { CodePointIndex } from "../domain/text/code-points";
import { TextOutline } from "../domain/text/words";

const kept = new LRUCache<string, TextOutline>({ max: 200 });

/**
 * A segment's text with its paragraphs and sentences. Finding those costs more than saving a span
 * does, and an article's text never changes: those of the articles in work are kept.
 */
export function readText(articleId: string, segment: SegmentName, index: CodePointIndex): ReadText {
  const key = `${articleId} ${segment}`;
  const outline = kept.get(key) ?? new TextOutline(index.text);
  kept.set(key, outline);
  return { index, outline };
}

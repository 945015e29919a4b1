import "server-only";

import { findArticleTexts } from "../db/articles";
import { findUnplacedSpans, storePlaces } from "../db/export-places";
import { placeOf } from "../domain/spans/span-place";
import { CodePointIndex } from "../domain/text/code-points";
import { readText } from "./text-outlines";

const placed = new Set<string>();

/**
 * Gives spans that an older version wrote their place, so that files have it. Saving fills it in,
 * so the look is taken once a project and process. Safe to run twice at once: a place follows from
 * the text and the range alone. Cost when nothing is missing: one scan of the project's spans.
 */
export async function ensurePlaces(projectId: string): Promise<void> {
  if (placed.has(projectId)) return;
  for (;;) {
    const spans = await findUnplacedSpans(projectId);
    if (spans.length === 0) break;
    const articles = await findArticleTexts(projectId, [
      ...new Set(spans.map((span) => span.articleId)),
    ]);
    const texts = new Map(
      articles.map(({ id, title, body }) => [
        id,
        { title: new CodePointIndex(title), body: new CodePointIndex(body) },
      ]),
    );
    const places = spans.flatMap((span) => {
      const index = texts.get(span.articleId)?.[span.segment];
      if (!index) return [];
      return [{ ...span, ...placeOf(readText(span.articleId, span.segment, index), span) }];
    });
    await storePlaces(projectId, places);
  }
  placed.add(projectId);
}

import { type ArticleField, articleFields } from "../articles/make-article";

/** Which column or key of a file holds which field; what is left out is guessed by name. */
export type ColumnMapping = Partial<Record<ArticleField, string>>;

const usualNames: Record<ArticleField, readonly string[]> = {
  externalId: ["external_id", "externalid", "article_id", "id", "uuid"],
  title: ["title", "headline"],
  body: ["body", "text", "content", "article", "body-paragraphs", "body_paragraphs"],
  url: ["url", "link", "news_link"],
  outlet: ["outlet", "source", "publisher"],
  publishedOn: ["published_on", "publishedon", "date", "published", "publication_date"],
  language: ["language", "lang"],
};

/**
 * The column of each field among `names`; a field without one has no entry. Names that were asked
 * for and aren't there come back as `missing`.
 */
export function resolveColumns(
  names: readonly string[],
  asked: ColumnMapping,
): { columns: ColumnMapping; missing: string[] } {
  const byLowerCase = new Map(names.map((name) => [name.trim().toLowerCase(), name]));
  const columns: ColumnMapping = {};
  const missing: string[] = [];
  for (const field of articleFields) {
    const wanted = asked[field];
    if (wanted !== undefined && wanted !== "") {
      if (names.includes(wanted)) columns[field] = wanted;
      else missing.push(wanted);
      continue;
    }
    const guess = usualNames[field].find((name) => byLowerCase.has(name));
    const found = guess === undefined ? undefined : byLowerCase.get(guess);
    if (found !== undefined) columns[field] = found;
  }
  return { columns, missing };
}

import { type ArticleField, articleFields, type ArticleRecord } from "../articles/make-article";
import { titleOfText } from "../articles/title-of-text";

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

/** Columns of a corpus of sentences, BABE's: each row is a text of its own and has no title. */
const ofSentences = ["label_bias", "biased_words"];

/**
 * The column of each field among `names`; a field without one has no entry. Names that were asked
 * for and aren't there come back as `missing`. Where title and body are one column, there are no
 * titles: see `fieldsOf`.
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
  if (ofSentences.every((name) => byLowerCase.has(name))) {
    // An article's id stands in the rows of all its sentences.
    if (!asked.externalId) delete columns.externalId;
    if (columns.body !== undefined) columns.title ??= columns.body;
  }
  return { columns, missing };
}

/** The fields of one article; where a column is both title and body, the first words are the title. */
export function fieldsOf(
  columns: ColumnMapping,
  valueOf: (column: string) => string,
): ArticleRecord["fields"] {
  const fields: ArticleRecord["fields"] = {};
  for (const field of articleFields) {
    const column = columns[field];
    if (column !== undefined) fields[field] = valueOf(column);
  }
  if (columns.title !== undefined && columns.title === columns.body) {
    fields.title = titleOfText(fields.body ?? "");
  }
  return fields;
}

import type { Explained } from "../reason";
import type { TextProblem } from "../text/decode-utf8";
import { withLineFeeds } from "../text/line-ends";
import { findIllFormed } from "../text/well-formed";
import { readDate, readUrl } from "./article-fields";
import { limitedFields, refuseLength } from "./article-limits";
import type { ParsedArticle } from "./parse-article-form";

export const articleFields = [
  "externalId",
  "title",
  "body",
  "url",
  "outlet",
  "publishedOn",
  "language",
] as const;
export type ArticleField = (typeof articleFields)[number];

/** An article to be stored; null is unknown. */
export type ArticleDraft = ParsedArticle & { externalId: string | null; language: string | null };
/** What a file says about one article, as text, and the line where it says so. */
export type ArticleRecord = { line: number; fields: Partial<Record<ArticleField, string>> };
/** All that was read from one file. */
export type ReadArticles = { records: ArticleRecord[]; problems: TextProblem[] };

/**
 * An article from a table row or a JSON object, or all that is wrong with it. Title and body are
 * taken verbatim, but for line ends; everything else is trimmed and may be missing.
 */
export function makeArticle({ line, fields }: ArticleRecord):
  | { article: ArticleDraft }
  | {
      problems: TextProblem[];
    } {
  const problems: TextProblem[] = [];
  const refuse = (why: Explained) => problems.push({ line, ...why });
  const verbatim = (field: ArticleField) => withLineFeeds(fields[field] ?? "");
  const trimmed = (field: ArticleField) => verbatim(field).trim();

  const title = verbatim("title");
  const body = verbatim("body");
  if (title.trim() === "") {
    const message = "There is no title. Give every article one.";
    refuse({ message, reason: "article_title_missing" });
  }
  if (title.includes("\n")) {
    const message = "The title has more than one line. Put it on one.";
    refuse({ message, reason: "article_title_of_lines" });
  }
  if (body.trim() === "") {
    const message = "There is no text. Fill in the body or leave the article out.";
    refuse({ message, reason: "article_text_missing" });
  }
  for (const field of articleFields) {
    const found = findIllFormed(verbatim(field));
    if (found) {
      const { what } = found;
      const place = field === "body" ? ` (line ${found.line} of it)` : "";
      const message = `There is a ${what} character in the ${field}${place}. Remove it.`;
      const facts = { what, field, line: found.line };
      refuse({ message, reason: "article_character_broken", facts });
    }
  }
  for (const field of limitedFields) {
    const why = refuseLength(field, verbatim(field));
    if (why) refuse(why);
  }
  const publishedOn = readDate(trimmed("publishedOn"));
  if (publishedOn === undefined) {
    const date = shorten(trimmed("publishedOn"));
    const message = `“${date}” is no date. Write 2026-01-31 or 20260131.`;
    refuse({ message, reason: "article_date_malformed", facts: { date } });
  }
  const source = readUrl(trimmed("url"));
  if (!source) {
    const address = shorten(trimmed("url"));
    const message = `“${address}” is no http or https address.`;
    refuse({ message, reason: "article_address_malformed", facts: { address } });
  }
  const language = trimmed("language");
  if (!/^([A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*)?$/.test(language)) {
    const code = shorten(language);
    const message = `“${code}” is no language code. Write one such as en or pt-BR.`;
    refuse({ message, reason: "article_language_malformed", facts: { language: code } });
  }
  if (problems.length > 0 || publishedOn === undefined || !source) return { problems };
  return {
    article: {
      title,
      body,
      publishedOn,
      url: source.url,
      language: language || null,
      outlet: trimmed("outlet") || source.outlet,
      externalId: trimmed("externalId") || null,
    },
  };
}

function shorten(text: string): string {
  return text.length > 40 ? `${[...text].slice(0, 40).join("")}…` : text;
}

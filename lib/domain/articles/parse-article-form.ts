import { decodeUtf8, type TextProblem } from "../text/decode-utf8";
import { readCompactDate, readUrl } from "./article-fields";
import { refuseLength } from "./article-limits";

export type ParsedArticle = {
  title: string;
  /** Paragraphs, verbatim, with one empty line between them. */
  body: string;
  /** YYYY-MM-DD, or null when the form's line is empty. */
  publishedOn: string | null;
  url: string | null;
  /** The URL's host without "www.", or null. */
  outlet: string | null;
};
export type FormError = TextProblem & { file: string };

/** As `readArticleForm`, of a file in UTF-8; a leading byte order mark goes. */
export function parseArticleForm(
  bytes: Uint8Array,
  file: string,
): { article: ParsedArticle } | { errors: FormError[] } {
  const decoded = decodeUtf8(bytes);
  if ("problem" in decoded) return { errors: [{ file, ...decoded.problem }] };
  return readArticleForm(decoded.text, file);
}

/**
 * Reads the article form: title, date as YYYYMMDD, URL, then one paragraph a line, divided by LF.
 * Text is taken verbatim. Reports every error it can find, each with its line and a remedy.
 */
export function readArticleForm(
  text: string,
  file: string,
): { article: ParsedArticle } | { errors: FormError[] } {
  const [title = "", date = "", address = "", ...lines] = text.split("\n");
  const errors: FormError[] = [];
  if (title.trim() === "") {
    const message = "The first line must be the title.";
    errors.push({ file, line: 1, message, reason: "form_title_missing" });
  }
  const publishedOn = readCompactDate(date.trim());
  if (publishedOn === undefined) {
    const message = "The second line must be a date as YYYYMMDD, such as 20260131, or empty.";
    errors.push({ file, line: 2, message, reason: "form_date_malformed" });
  }
  const source = readUrl(address.trim());
  if (!source) {
    const message = "The third line must be an http or https address, or empty.";
    errors.push({ file, line: 3, message, reason: "form_address_malformed" });
  }
  const body = lines.filter((line) => line !== "").join("\n\n");
  if (body.trim() === "") {
    const message = "There is no text: put one paragraph a line from the fourth line on.";
    errors.push({ file, line: 4, message, reason: "form_text_missing" });
  }
  const tooLong = [
    { line: 1, why: refuseLength("title", title) },
    { line: 3, why: source?.outlet ? refuseLength("outlet", source.outlet) : null },
    { line: 4, why: refuseLength("body", body) },
  ];
  for (const { line, why } of tooLong) if (why) errors.push({ file, line, ...why });
  if (errors.length > 0 || publishedOn === undefined || !source) return { errors };
  return { article: { title, body, publishedOn, ...source } };
}

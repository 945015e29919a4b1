import { findIllFormed } from "../text/well-formed";

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
export type FormError = { file: string; line: number; column?: number; message: string };

/**
 * Reads the article form: title, date as YYYYMMDD, URL, then one paragraph a line, in UTF-8.
 * Text is taken verbatim; only CRLF and CR become LF, and a leading byte order mark goes.
 * Reports every error it can find, each with its line and a remedy.
 */
export function parseArticleForm(
  bytes: Uint8Array,
  file: string,
): { article: ParsedArticle } | { errors: FormError[] } {
  const text = decode(bytes);
  if (typeof text !== "string") {
    const message = "This isn't UTF-8. Save the file as UTF-8 and import it again.";
    return { errors: [{ file, ...text, message }] };
  }
  const illFormed = findIllFormed(text);
  if (illFormed) {
    const { line, column, what } = illFormed;
    const message = `There is a ${what} character here. Remove it and import the file again.`;
    return { errors: [{ file, line, column, message }] };
  }

  const [title = "", date = "", address = "", ...lines] = text.split("\n");
  const errors: FormError[] = [];
  if (title.trim() === "") {
    errors.push({ file, line: 1, message: "The first line must be the title." });
  }
  const publishedOn = readDate(date.trim());
  if (publishedOn === undefined) {
    const message = "The second line must be a date as YYYYMMDD, such as 20260131, or empty.";
    errors.push({ file, line: 2, message });
  }
  const source = readUrl(address.trim());
  if (!source) {
    const message = "The third line must be an http or https address, or empty.";
    errors.push({ file, line: 3, message });
  }
  const body = lines.filter((line) => line !== "").join("\n\n");
  if (body.trim() === "") {
    const message = "There is no text: put one paragraph a line from the fourth line on.";
    errors.push({ file, line: 4, message });
  }
  if (errors.length > 0 || publishedOn === undefined || !source) return { errors };
  return { article: { title, body, publishedOn, ...source } };
}

/** The text, or where the first byte that isn't UTF-8 stands. */
function decode(bytes: Uint8Array): string | { line: number; column: number } {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text.replace(/\r\n?/g, "\n");
  } catch {
    return placeOfBadByte(bytes);
  }
}

function placeOfBadByte(bytes: Uint8Array): { line: number; column: number } {
  // Decoding in steps only finds the place; the longest valid beginning ends right before it.
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (isUtf8Beginning(bytes.subarray(0, middle))) low = middle;
    else high = middle - 1;
  }
  const before = new TextDecoder().decode(bytes.subarray(0, low)).replace(/\r\n?/g, "\n");
  const lines = before.replace(/\uFFFD$/, "").split("\n");
  return { line: lines.length, column: [...(lines.at(-1) ?? "")].length + 1 };
}

function isUtf8Beginning(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** ISO date, null for an empty line, undefined for no date of the calendar. */
function readDate(text: string): string | null | undefined {
  if (text === "") return null;
  const parts = /^([1-9]\d{3})(\d\d)(\d\d)$/.exec(text);
  if (!parts) return undefined;
  const iso = `${parts[1]}-${parts[2]}-${parts[3]}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== iso ? undefined : iso;
}

function readUrl(text: string): { url: string | null; outlet: string | null } | null {
  if (text === "") return { url: null, outlet: null };
  if (text.length > 2000 || !URL.canParse(text)) return null;
  const { protocol, hostname } = new URL(text);
  if (protocol !== "http:" && protocol !== "https:") return null;
  return { url: text, outlet: hostname.replace(/^www\./, "") };
}

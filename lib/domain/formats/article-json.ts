import type { ArticleRecord, ReadArticles } from "../articles/make-article";
import { type ColumnMapping, fieldsOf, resolveColumns } from "./article-columns";
import { isObject, type JsonObject, readJson, readJsonLine, readJsonLines } from "./read-json";

/** Articles of a JSON file: a list of objects, `{"articles": [...]}`, or one object. */
export function readArticleJson(text: string, asked: ColumnMapping): ReadArticles {
  const parsed = readJson(text);
  if ("problem" in parsed) return { records: [], problems: [parsed.problem] };
  const { value, lines } = parsed;
  const wrapped = isObject(value) && Object.keys(value).length === 1 ? value.articles : undefined;
  const list = Array.isArray(value) ? value : Array.isArray(wrapped) ? wrapped : null;
  if (!list) {
    if (isObject(value)) return { records: [toRecord(value, 1, asked)], problems: [] };
    const message = "Give a list of articles, [{…}, {…}].";
    return { records: [], problems: [{ line: 1, message, reason: "json_not_a_list" }] };
  }
  const read: ReadArticles = { records: [], problems: [] };
  for (const [index, element] of (list as readonly unknown[]).entries()) {
    const line = lines[index] ?? 1;
    if (isObject(element)) read.records.push(toRecord(element, line, asked));
    else {
      const number = index + 1;
      const message = `Article ${number} must be an object, {…}.`;
      const because = { reason: "json_article_not_an_object", facts: { number } } as const;
      read.problems.push({ line, message, ...because });
    }
  }
  return read;
}

/** Articles of JSON Lines, one object a line. */
export function readArticleJsonLines(text: string, asked: ColumnMapping): ReadArticles {
  const { objects, problems } = readJsonLines(text);
  const records = objects.map(({ line, object }) => toRecord(object, line, asked));
  return { records, problems };
}

/** As `readArticleJsonLines`, of one line. */
export function readArticleJsonLine(
  content: string,
  line: number,
  asked: ColumnMapping,
): ReadArticles {
  const read = readJsonLine(content, line);
  if (!read) return { records: [], problems: [] };
  if ("problem" in read) return { records: [], problems: [read.problem] };
  return { records: [toRecord(read.object, line, asked)], problems: [] };
}

function toRecord(object: JsonObject, line: number, asked: ColumnMapping): ArticleRecord {
  const { columns } = resolveColumns(Object.keys(object), asked);
  return { line, fields: fieldsOf(columns, (key) => toText(object[key])) };
}

/** A list is paragraphs; a list inside it, as BASIL writes them, one paragraph's sentences. */
function toText(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "number") return String(value);
  if (!Array.isArray(value)) return "";
  const paragraphs = (value as readonly unknown[]).map((part) =>
    Array.isArray(part)
      ? (part as readonly unknown[]).filter((one) => typeof one === "string").join(" ")
      : typeof part === "string"
        ? part
        : "",
  );
  return paragraphs.filter((paragraph) => paragraph !== "").join("\n\n");
}

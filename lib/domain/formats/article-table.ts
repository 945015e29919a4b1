import type { ArticleField, ReadArticles } from "../articles/make-article";
import type { TextProblem } from "../text/decode-utf8";
import { type ColumnMapping, resolveColumns } from "./article-columns";

/** A table as its parser left it: the header, then rows with the line they begin on. */
export type Table = {
  header: readonly string[];
  rows: readonly { line: number; cells: readonly string[] }[];
};

/**
 * Articles of a table with a header, one a row. A row with too few or too many cells is refused,
 * because its cells can't be told apart; so is a header without title or text.
 * @param nBefore rows that were read before these, where a table comes in pieces
 */
export function readArticleTable(
  { header, rows }: Table,
  asked: ColumnMapping,
  { nBefore = 0 } = {},
): ReadArticles {
  const problem = checkHeader(header, asked);
  if (problem) return { records: [], problems: [problem] };
  const { columns } = resolveColumns(header, asked);
  const at = Object.entries(columns).map(
    ([field, name]) => [field as ArticleField, header.indexOf(name)] as const,
  );
  const problems: TextProblem[] = [];
  const records = rows.flatMap(({ line, cells }, index) => {
    if (cells.length !== header.length) {
      const message =
        `Row ${nBefore + index + 1} has ${cells.length} cells, the header ${header.length}. ` +
        "Put text that contains the delimiter or a quotation mark in quotation marks.";
      problems.push({ line, message });
      return [];
    }
    const fields = Object.fromEntries(at.map(([field, column]) => [field, cells[column] ?? ""]));
    return [{ line, fields }];
  });
  return { records, problems };
}

/** Why no article can be read under a header, or null. */
export function checkHeader(header: readonly string[], asked: ColumnMapping): TextProblem | null {
  const refuse = (message: string) => ({ line: 1, message });
  const names = header.join(", ");
  const { columns, missing } = resolveColumns(header, asked);
  const twice = header.find((name, index) => header.indexOf(name) !== index);
  if (twice !== undefined) return refuse(`Two columns are named “${twice}”. Rename one.`);
  if (missing.length > 0) {
    return refuse(`There is no column ${missing.join(", ")}. The columns are: ${names}.`);
  }
  if (header.length === 1) {
    return refuse("There is one column only. Is the delimiter right (comma, semicolon or tab)?");
  }
  if (columns.title === undefined || columns.body === undefined) {
    const lacking = columns.title === undefined ? "title" : "text";
    return refuse(`Which column is the ${lacking}? Choose among: ${names}.`);
  }
  return null;
}

/** The delimiter that a table's first line is most likely written with. */
export function guessDelimiter(firstLine: string): "," | ";" | "\t" | "|" {
  const unquoted = firstLine.replace(/"[^"]*"/g, "");
  const count = (delimiter: string) => unquoted.split(delimiter).length;
  const candidates = [",", ";", "\t", "|"] as const;
  return candidates.reduce((best, one) => (count(one) > count(best) ? one : best));
}

import type { ReadArticles } from "../articles/make-article";
import type { Explained } from "../reason";
import type { TextProblem } from "../text/decode-utf8";
import { type ColumnMapping, fieldsOf, resolveColumns } from "./article-columns";

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
  const at = new Map(header.map((name, column) => [name, column]));
  const problems: TextProblem[] = [];
  const records = rows.flatMap(({ line, cells }, index) => {
    if (cells.length !== header.length) {
      const facts = { row: nBefore + index + 1, cells: cells.length, columns: header.length };
      const message =
        `Row ${facts.row} has ${facts.cells} cells, the header ${facts.columns}. ` +
        "Put text that contains the delimiter or a quotation mark in quotation marks.";
      problems.push({ line, message, reason: "row_cells_misfit", facts });
      return [];
    }
    return [{ line, fields: fieldsOf(columns, (name) => cells[at.get(name) ?? -1] ?? "") }];
  });
  return { records, problems };
}

/** Why no article can be read under a header, or null. */
export function checkHeader(header: readonly string[], asked: ColumnMapping): TextProblem | null {
  const refuse = (why: Explained) => ({ line: 1, ...why });
  const names = header.join(", ");
  const { columns, missing } = resolveColumns(header, asked);
  const twice = header.find((name, index) => header.indexOf(name) !== index);
  if (twice !== undefined) {
    const message = `Two columns are named “${twice}”. Rename one.`;
    return refuse({ message, reason: "header_column_twice", facts: { column: twice } });
  }
  if (missing.length > 0) {
    const facts = { missing: missing.join(", "), columns: names };
    const message = `There is no column ${facts.missing}. The columns are: ${names}.`;
    return refuse({ message, reason: "header_column_missing", facts });
  }
  if (header.length === 1) {
    const message = "There is one column only. Is the delimiter right (comma, semicolon or tab)?";
    return refuse({ message, reason: "header_one_column" });
  }
  if (columns.title === undefined || columns.body === undefined) {
    const lacking = columns.title === undefined ? "title" : "text";
    const message = `Which column is the ${lacking}? Choose among: ${names}.`;
    const facts = { field: lacking, columns: names };
    return refuse({ message, reason: "header_column_unclear", facts });
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

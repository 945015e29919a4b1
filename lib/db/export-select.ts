import pg from "pg";

import type { FieldKind, FieldTable } from "../domain/formats/export-fields";
import { sentinel } from "./export-records";

/** A cell as SQL: what its value is, and whether it is text that must be guarded. */
export type Cell = { name: string; kind: FieldKind; sql: string };
/** A cell from the JSON of a span; missing where `isKnown` is false. */
export type AttributeCell = { name: string; object: string; key: string; isKnown: string };
export type ExportCell = Cell | AttributeCell;
export type ExportQuery = {
  cells: readonly ExportCell[];
  /** FROM to ORDER BY; the order is total. */
  source: string;
};

/** Which layers a file is about. */
export type ExportScope = { projectId: string; isSubmittedOnly: boolean };

/** A value as an SQL literal: COPY takes no parameters. */
export const literal = (value: string): string => pg.escapeLiteral(value);

/** The cells of a table of fields, in its order, each with its expression. */
export function cellsOf<Fields extends FieldTable>(
  fields: Fields,
  sql: Record<keyof Fields & string, string>,
): Cell[] {
  return Object.entries(fields).map(([name, [kind]]) => ({ name, kind, sql: sql[name] ?? "NULL" }));
}

/** Condition and join that stand in every file about layers: assignment `g`, of member `m`. */
export function layersOf({ projectId, isSubmittedOnly }: ExportScope): string {
  return `"Article" a
    JOIN "Assignment" g ON g."projectId" = a."projectId" AND g."articleId" = a.id
      AND a."projectId" = ${literal(projectId)}::uuid
      ${isSubmittedOnly ? "AND g.status = 'submitted'" : ""}
    JOIN "CodebookVersion" c ON c."projectId" = g."projectId" AND c.id = g."codebookVersionId"
    LEFT JOIN "Membership" m ON m."projectId" = g."projectId" AND m."userId" = g."annotatorId"`;
}

/** By article, then pseudonym in the same order on every server. */
export const layerOrder = `a.id, coalesce(m.pseudonym, '') COLLATE "C", g.id`;

/** Spans in text order: the enum has the title first. */
export const spanOrder = (span: string): string =>
  `${span}.segment, ${span}.start, ${span}."end" DESC, ${span}.id`;

// What a spreadsheet takes for a formula: tab, carriage return, + - = @. Postgres holds no NUL.
const formulaStarts = "9, 13, 43, 45, 61, 64";

function guarded(text: string, condition = ""): string {
  return `CASE WHEN ascii(${text}) IN (${formulaStarts})${condition} THEN '''' || (${text})
    ELSE nullif(${text}, '') END`;
}

function csvCell(cell: ExportCell, isForSpreadsheet: boolean): string {
  if ("key" in cell) {
    const { object, key, isKnown } = cell;
    const text = `${object} ->> ${literal(key)}`;
    const isText = ` AND jsonb_typeof(${object} -> ${literal(key)}) = 'string'`;
    const value = isForSpreadsheet ? guarded(text, isText) : `nullif(${text}, '')`;
    return isKnown === "true" ? value : `CASE WHEN ${isKnown} THEN ${value} END`;
  }
  if (cell.kind !== "text") return valueOf(cell);
  return isForSpreadsheet ? guarded(cell.sql) : `nullif(${cell.sql}, '')`;
}

/** A cell's own value, with times and dates as text. */
function valueOf(cell: ExportCell): string {
  if ("key" in cell) {
    return `CASE WHEN ${cell.isKnown} THEN ${cell.object} -> ${literal(cell.key)} END`;
  }
  if (cell.kind === "date") return `to_char(${cell.sql}, 'YYYY-MM-DD')`;
  if (cell.kind !== "time") return cell.sql;
  return `to_char(${cell.sql} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/**
 * `COPY` of a file's records as CSV, without a header and with the sentinel that `toCrlf` takes
 * for the end of a record. Missing and empty are both the empty cell.
 */
export function copyCsv({ cells, source }: ExportQuery, isForSpreadsheet: boolean): string {
  const values = cells.map((cell) => csvCell(cell, isForSpreadsheet));
  return `COPY (SELECT ${values.join(",\n")}, ${sentinel} ${source}) TO STDOUT (FORMAT csv)`;
}

/** `COPY` of the same rows as JSON, an object to a line; missing is null. */
export function copyJsonLines({ cells, source }: ExportQuery): string {
  const values = cells.map((cell) => `${valueOf(cell)} AS ${pg.escapeIdentifier(cell.name)}`);
  return copyLines(
    `SELECT row_to_json(line) FROM (SELECT ${values.join(",\n")} ${source}) AS line`,
  );
}

/** `COPY` of one JSON column, a value to a line: escaped JSON can't hold what would be quoted. */
export function copyLines(select: string): string {
  return `COPY (${select}) TO STDOUT (FORMAT csv, DELIMITER E'\\x01', QUOTE E'\\x02')`;
}

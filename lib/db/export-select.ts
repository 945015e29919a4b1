import pg from "pg";

import type { TrainingChoice } from "../domain/formats/export-files";
import type { FieldKind, FieldTable } from "../domain/formats/export-fields";
import type { AssignmentStatus } from "./assignments";
import { sentinel } from "./export-records";

/** A cell as SQL: what its value is, and whether it is text that must be guarded. */
export type Cell = { name: string; kind: FieldKind; sql: string };
/** A cell from the JSON of a span; missing where `isKnown` is false. */
export type AttributeCell = {
  name: string;
  object: string;
  key: string;
  isKnown: string;
  /** Whether every codebook version asks for a number. */
  isNumber: boolean;
};
export type ExportCell = Cell | AttributeCell;
export type ExportQuery = {
  cells: readonly ExportCell[];
  /** FROM to the last condition. */
  source: string;
  /** A total order; null where the source comes in one. */
  order: string | null;
};

/** Which rows a file has. Null, or an empty condition, leaves none out. */
export type ExportScope = {
  projectId: string;
  /** Of layers. */
  status: "all" | AssignmentStatus;
  training: TrainingChoice;
  /** A condition on article `a`, as SQL. */
  article: string;
  annotatorIds: readonly string[] | null;
  familyId: string | null;
  tagIds: readonly string[] | null;
  /** Whether what people wrote in their own words is given out. */
  hasNotes: boolean;
  /** How many rows, or articles where a file is made by article. */
  nFirst: number | null;
};

/** Everything that was handed in, as a release has it. */
export function wholeProject(projectId: string, hasNotes: boolean): ExportScope {
  return {
    ...{ projectId, status: "submitted", training: "without", article: "", annotatorIds: null },
    ...{ familyId: null, tagIds: null, hasNotes, nFirst: null },
  };
}

/** A value as an SQL literal: COPY takes no parameters. */
export const literal = (value: string): string => pg.escapeLiteral(value);

/** The cells of a table of fields, in its order, each with its expression. */
export function cellsOf<Fields extends FieldTable>(
  fields: Fields,
  sql: Record<keyof Fields & string, string>,
): Cell[] {
  return Object.entries(fields).map(([name, [kind]]) => ({ name, kind, sql: sql[name] ?? "NULL" }));
}

/** Ids as literals, for IN; of none a value that is no id of anything. */
export const uuids = (ids: readonly string[]): string => {
  const known = ids.length > 0 ? ids : ["00000000-0000-0000-0000-000000000000"];
  return known.map((id) => `${literal(id)}::uuid`).join(", ");
};

/** That article `a` is one of those asked for. */
export function articleIs({ projectId, article }: ExportScope): string {
  const own = `a."projectId" = ${literal(projectId)}::uuid`;
  return article === "" ? own : `${own} AND ${article}`;
}

/** That article `a` has one of these ids. */
export const articleIdIs = (ids: readonly string[]): string => `a.id IN (${uuids(ids)})`;

/** That layer `g` is one of those asked for; begins with AND, or is empty. */
export function layerIs({ status, training, annotatorIds }: ExportScope): string {
  return [
    status === "all" ? "" : `AND g.status = ${literal(status)}`,
    training === "with" ? "" : `AND g."isTraining" = ${training === "only"}`,
    annotatorIds ? `AND g."annotatorId" IN (${uuids(annotatorIds)})` : "",
  ].join(" ");
}

/** That span or gold span `s` has a tag asked for; begins with AND, or is empty. */
export function tagIs({ familyId, tagIds }: ExportScope): string {
  const byFamily = familyId === null ? "" : `AND s."familyId" = ${literal(familyId)}`;
  if (!tagIds) return byFamily;
  return `${byFamily} AND s."tagId" IN (${tagIds.map(literal).join(", ")})`;
}

/** Condition and join that stand in every file about layers: assignment `g`, of member `m`. */
export function layersOf(scope: ExportScope): string {
  return `"Article" a
    JOIN "Assignment" g ON g."projectId" = a."projectId" AND g."articleId" = a.id
      AND ${articleIs(scope)} ${layerIs(scope)}
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
  if (cell.kind !== "text" && cell.kind !== "note") return valueOf(cell);
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
export function copyCsv(
  query: ExportQuery,
  isForSpreadsheet: boolean,
  nFirst: number | null,
): string {
  const values = query.cells.map((cell) => csvCell(cell, isForSpreadsheet));
  const select = `SELECT ${values.join(",\n")}, ${sentinel} ${rowsOf(query, nFirst)}`;
  return `COPY (${select}) TO STDOUT (FORMAT csv)`;
}

function rowsOf({ source, order }: ExportQuery, nFirst: number | null): string {
  return `${source} ${order === null ? "" : `ORDER BY ${order}`} ${limitTo(nFirst)}`;
}

export const limitTo = (nFirst: number | null): string =>
  nFirst === null ? "" : `LIMIT ${nFirst}`;

/** `COPY` of the same rows as JSON, an object to a line; missing is null. */
export function copyJsonLines(query: ExportQuery, nFirst: number | null): string {
  const values = query.cells.map((cell) => `${valueOf(cell)} AS ${pg.escapeIdentifier(cell.name)}`);
  const select = `SELECT ${values.join(",\n")} ${rowsOf(query, nFirst)}`;
  return copyLines(`SELECT row_to_json(line) FROM (${select}) AS line`);
}

/** `COPY` of one JSON column, a value to a line: escaped JSON can't hold what would be quoted. */
export function copyLines(select: string): string {
  return `COPY (${select}) TO STDOUT (FORMAT csv, DELIMITER E'\\x01', QUOTE E'\\x02')`;
}

import "server-only";

import { annotationsQuery, type ExportAttribute, goldQuery } from "../db/export-annotations";
import {
  annotatorsQuery,
  answersQuery,
  articlesQuery,
  assignmentsQuery,
  disagreementsQuery,
  linksQuery,
} from "../db/export-lists";
import { copyVotedArticles, type VotedArticle } from "../db/export-articles";
import { toCrlf } from "../db/export-records";
import {
  copyCsv,
  copyJsonLines,
  type ExportCell,
  type ExportQuery,
  type ExportScope,
} from "../db/export-select";
import type { Codebook } from "../domain/codebook/codebook";
import type { TableFormat, TableName } from "../domain/formats/export-files";
import { exportTables } from "../domain/formats/export-tables";
import { agreementTable } from "./export-agreement";
import { csvRecords, firstRows, jsonLines, type TableRow } from "./export-csv";
import { type ParquetColumn, parquetFile } from "./export-parquet";
import { parseLines, softLabelRows } from "./export-soft-labels";

type Query = (scope: ExportScope, attributes: readonly ExportAttribute[]) => ExportQuery;
/** A table that is one query; the others are computed. */
export type StoredTable = Exclude<TableName, "soft_labels" | "agreement">;

export const tableQueries: Record<StoredTable, Query> = {
  annotations: annotationsQuery,
  gold: goldQuery,
  articles: articlesQuery,
  assignments: assignmentsQuery,
  annotators: (scope) => annotatorsQuery(scope),
  answers: answersQuery,
  links: linksQuery,
  disagreements: disagreementsQuery,
};

type Snapshot = {
  copy: (statement: string) => AsyncGenerator<Buffer>;
  close: () => Promise<void>;
};
export type TableSource = {
  scope: ExportScope;
  codebooks: readonly { id: string; definition: Codebook }[];
  attributes: readonly ExportAttribute[];
  /** Rows of a computed table; the scope limits those of the others. */
  nFirstRows: number | null;
  isForSpreadsheet: boolean;
  hasIdentities: boolean;
};

/** A table in one of its formats, as it comes. */
export function tableChunks(
  snapshot: Snapshot,
  table: TableName,
  format: TableFormat,
  source: TableSource,
): AsyncGenerator<Uint8Array> {
  if (table === "soft_labels" || table === "agreement") {
    return computedChunks(snapshot, table, format, source);
  }
  const { scope, isForSpreadsheet, hasIdentities } = source;
  const query =
    table === "annotators" && hasIdentities
      ? annotatorsQuery(scope, true)
      : tableQueries[table](scope, source.attributes);
  if (format === "jsonl") return snapshot.copy(copyJsonLines(query, scope.nFirst));
  if (format === "csv") return storedCsv(snapshot, query, scope, isForSpreadsheet);
  const columns = query.cells.map(columnOf);
  const lines = snapshot.copy(copyJsonLines(query, scope.nFirst));
  return parquetFile(columns, rowsOf(columns, parseLines<Line>(lines)));
}

async function* storedCsv(
  snapshot: Snapshot,
  query: ExportQuery,
  { nFirst }: ExportScope,
  isForSpreadsheet: boolean,
): AsyncGenerator<Uint8Array> {
  const names = query.cells.map(({ name }) => name);
  yield* csvRecords(names, [], isForSpreadsheet);
  yield* toCrlf(snapshot.copy(copyCsv(query, isForSpreadsheet, nFirst)));
}

function columnOf(cell: ExportCell): ParquetColumn {
  if ("key" in cell) return { name: cell.name, kind: cell.isNumber ? "number" : "text" };
  return { name: cell.name, kind: cell.kind };
}

type Line = Record<string, string | number | null>;
const batchSize = 500;

async function* rowsOf(
  columns: readonly ParquetColumn[],
  lines: AsyncIterable<Line>,
): AsyncGenerator<TableRow[]> {
  const batch: TableRow[] = [];
  for await (const line of lines) {
    batch.push(columns.map(({ name }) => line[name] ?? null));
    if (batch.length === batchSize) yield batch.splice(0);
  }
  yield batch;
}

async function* computedChunks(
  snapshot: Snapshot,
  table: "soft_labels" | "agreement",
  format: TableFormat,
  source: TableSource,
): AsyncGenerator<Uint8Array> {
  const { nFirstRows, isForSpreadsheet } = source;
  const fields = Object.entries(exportTables[table].fields);
  const names = fields.map(([name]) => name);
  const all = table === "soft_labels" ? softLabels(snapshot, source) : agreement(snapshot, source);
  const rows = nFirstRows === null ? all : firstRows(all, nFirstRows);
  if (format === "csv") yield* csvRecords(names, rows, isForSpreadsheet);
  else if (format === "jsonl") yield* jsonLines(names, rows);
  else {
    const columns = fields.map(([name, [kind]]) => ({ name, kind }));
    yield* parquetFile(columns, rows);
  }
}

function softLabels(snapshot: Snapshot, { scope, codebooks }: TableSource) {
  const lines = snapshot.copy(copyVotedArticles(scope));
  const definitions = new Map(codebooks.map(({ id, definition }) => [id, definition]));
  return softLabelRows(parseLines<VotedArticle>(lines), definitions, scope);
}

async function* agreement(
  snapshot: Snapshot,
  { scope }: TableSource,
): AsyncGenerator<readonly TableRow[]> {
  await snapshot.close();
  yield await agreementTable(scope.projectId);
}

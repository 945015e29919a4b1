import "server-only";

import type { ExportAttribute } from "../db/export-annotations";
import { copyVotedArticles, type VotedArticle } from "../db/export-articles";
import { toCrlf } from "../db/export-records";
import { copyCsv, type ExportScope } from "../db/export-select";
import type { ReleaseSnapshot, SnapshotCodebook } from "../db/release-snapshot";
import { csvRecord } from "../domain/formats/csv-records";
import { softLabelFields } from "../domain/formats/export-fields";
import { tableNames } from "../domain/formats/export-files";
import type { TableRow } from "./export-csv";
import { parseLines, softLabelRows } from "./export-soft-labels";
import { tableQueries } from "./export-tables";

/** Tables that a release reads from its snapshot; agreement is computed with its documents. */
export const releaseTables = tableNames.filter((name) => name !== "agreement");
export type ReleaseTable = (typeof releaseTables)[number];

/** Columns that hold stretches of article bodies; empty in a package without texts. */
export const textColumns: Partial<Record<ReleaseTable, readonly string[]>> = {
  annotations: ["quote", "prefix", "suffix"],
  gold: ["quote"],
  soft_labels: ["text"],
};

export type TableSource = {
  snapshot: ReleaseSnapshot;
  scope: ExportScope;
  codebooks: readonly SnapshotCodebook[];
  attributes: readonly ExportAttribute[];
};
export type Table = {
  header: string[];
  chunks: AsyncGenerator<Uint8Array>;
  /** Rows so far, of a file that follows from others and isn't worth comparing. */
  count: (() => number) | null;
};

/** A CSV file of submitted work, byte for byte as the export gives it, but for `emptied` columns. */
export function readTable(
  { snapshot, scope, codebooks, attributes }: TableSource,
  table: ReleaseTable,
  emptied: readonly string[] = [],
): Table {
  if (table === "soft_labels") {
    const header = Object.keys(softLabelFields);
    const lines = snapshot.copy(copyVotedArticles(scope));
    const definitions = new Map(codebooks.map(({ id, definition }) => [id, definition]));
    const rows = softLabelRows(parseLines<VotedArticle>(lines), definitions, scope);
    const blank = emptied.map((name) => header.indexOf(name));
    const counted = { n: 0 };
    return { header, chunks: recordsOf(header, rows, blank, counted), count: () => counted.n };
  }
  const query = tableQueries[table](scope, attributes);
  const cells = query.cells.map((cell) =>
    emptied.includes(cell.name) ? { name: cell.name, kind: "id" as const, sql: "NULL" } : cell,
  );
  const header = cells.map(({ name }) => name);
  const copy = copyCsv({ ...query, cells }, false, null);
  return { header, chunks: headed(header, toCrlf(snapshot.copy(copy))), count: null };
}

async function* headed(
  header: readonly string[],
  records: AsyncIterable<Buffer>,
): AsyncGenerator<Uint8Array> {
  yield Buffer.from(csvRecord(header));
  yield* records;
}

async function* recordsOf(
  header: readonly string[],
  batches: AsyncIterable<TableRow[]>,
  blank: readonly number[],
  counted: { n: number },
): AsyncGenerator<Uint8Array> {
  yield Buffer.from(csvRecord(header));
  for await (const rows of batches) {
    const given = rows.map((row) => row.map((cell, at) => (blank.includes(at) ? "" : cell)));
    counted.n += rows.length;
    yield Buffer.from(given.map(csvRecord).join(""));
  }
}

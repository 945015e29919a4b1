import "server-only";

import type { ExportFile } from "../contracts/exports";
import { annotationsQuery, type ExportAttribute, goldQuery } from "../db/export-annotations";
import {
  annotatorsQuery,
  answersQuery,
  articlesQuery,
  assignmentsQuery,
  disagreementsQuery,
  linksQuery,
} from "../db/export-lists";
import { toCrlf } from "../db/export-records";
import { copyCsv, type ExportQuery, type ExportScope } from "../db/export-select";
import { copyVotedArticles, type VotedArticle } from "../db/export-sentences";
import type { ReleaseSnapshot, SnapshotCodebook } from "../db/release-snapshot";
import { csvRecord } from "../domain/formats/csv-records";
import { softLabelFields } from "../domain/formats/export-fields";
import { parseLines, softLabelRows } from "./export-soft-labels";

type Query = (scope: ExportScope, attributes: readonly ExportAttribute[]) => ExportQuery;

const queries: Record<Exclude<ExportFile, "soft_labels.csv">, Query> = {
  "annotations.csv": annotationsQuery,
  "gold.csv": goldQuery,
  "articles.csv": articlesQuery,
  "assignments.csv": assignmentsQuery,
  "annotators.csv": annotatorsQuery,
  "answers.csv": answersQuery,
  "links.csv": linksQuery,
  "disagreements.csv": disagreementsQuery,
};

/** Columns that hold stretches of article bodies; empty in a package without texts. */
export const textColumns: Partial<Record<ExportFile, readonly string[]>> = {
  "annotations.csv": ["quote", "prefix", "suffix"],
  "gold.csv": ["quote"],
  "soft_labels.csv": ["text"],
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
  file: ExportFile,
  emptied: readonly string[] = [],
): Table {
  if (file === "soft_labels.csv") {
    const header = Object.keys(softLabelFields);
    const lines = snapshot.copy(copyVotedArticles(scope.projectId));
    const definitions = new Map(codebooks.map(({ id, definition }) => [id, definition]));
    const rows = softLabelRows(parseLines<VotedArticle>(lines), definitions);
    const blank = emptied.map((name) => header.indexOf(name));
    const counted = { n: 0 };
    return { header, chunks: recordsOf(header, rows, blank, counted), count: () => counted.n };
  }
  const query = queries[file](scope, attributes);
  const cells = query.cells.map((cell) =>
    emptied.includes(cell.name) ? { name: cell.name, kind: "id" as const, sql: "NULL" } : cell,
  );
  const header = cells.map(({ name }) => name);
  const copy = copyCsv({ ...query, cells }, false);
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
  batches: AsyncIterable<(string | number)[][]>,
  blank: readonly number[],
  counted: { n: number },
): AsyncGenerator<Uint8Array> {
  yield Buffer.from(csvRecord(header));
  for await (const rows of batches) {
    for (const row of rows) for (const at of blank) row[at] = "";
    counted.n += rows.length;
    yield Buffer.from(rows.map(csvRecord).join(""));
  }
}

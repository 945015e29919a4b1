import "server-only";

import { type FrozenFile, findFile } from "../db/release-files";
import type { ReleaseRow } from "../db/releases";
import { type AgreementReport, agreementReport } from "../domain/agreement/agreement-report";
import type { Codebook } from "../domain/codebook/codebook";
import { csvRecord } from "../domain/formats/csv-records";
import { agreementFields, agreementRows } from "../domain/releases/agreement-table";
import { changeFields, changesText, type FileChanges } from "../domain/releases/changes";
import { type Resource, resourceOf, withKey } from "../domain/releases/datapackage";
import { FileComparison } from "./release-changes";
import { describeTable } from "./export-dictionary";
import { fileBytes } from "./release-package";
import { readTable, releaseTables, type TableSource, textColumns } from "./release-tables";
import type { ReleaseWriter } from "./release-writer";

export type DataSource = TableSource & { projectId: string; previous: ReleaseRow | null };
export type DataFile = { resource: Resource; full: FrozenFile; textFree: FrozenFile };
export type ReleaseData = {
  tables: DataFile[];
  rows: Record<string, number>;
  report: AgreementReport;
};

/** Freezes every CSV file, with and without texts, and what differs from the last release. */
export async function writeData(
  writer: ReleaseWriter,
  source: DataSource,
  number: number,
): Promise<ReleaseData> {
  const { projectId, snapshot, attributes, codebooks, previous } = source;
  const tables: DataFile[] = [];
  const changes: FileChanges[] = [];
  const differences: string[] = [];
  const compare = async (path: string, header: readonly string[]) => {
    const comparison = new FileComparison(path, header, (record) => differences.push(record));
    const place = previous && { projectId, releaseId: previous.id, kind: "full" as const };
    const file = place && (await findFile(place, path));
    if (file) await comparison.readPrevious(fileBytes(projectId, file.id));
    return comparison;
  };

  for (const name of releaseTables) {
    const path = `${name}.csv`;
    const resource = describeTable(name, attributes, source.scope.hasNotes);
    const emptied = textColumns[name];
    const { header, chunks, count } = readTable(source, name);
    const comparison = count ? null : await compare(path, header);
    const compared = comparison ? comparison.watch(chunks) : chunks;
    const full = await writer.add(emptied ? "full" : "both", path, compared);
    const textFree = emptied
      ? await writer.add("text_free", path, readTable(source, name, emptied).chunks)
      : full;
    tables.push({ resource: withKey(resource), full, textFree });
    const nBefore = previous?.manifest.rows[path] ?? 0;
    const counted = { path, nBefore, nNow: count?.() ?? 0, counts: null };
    changes.push(comparison?.finish() ?? { ...counted, newColumns: [], goneColumns: [] });
  }

  const latest: Codebook | undefined = codebooks.at(-1)?.definition;
  if (!latest) throw new Error(`project ${projectId} has no codebook`);
  const report = agreementReport(latest, await snapshot.listStatistics(projectId));
  const pseudonyms = await snapshot.listPseudonyms(projectId);
  const header = Object.keys(agreementFields);
  const advanced = await snapshot.findAdvanced(projectId);
  const records = agreementRows(report, (userId) => pseudonyms.get(userId) ?? "", advanced);
  const comparison = await compare("agreement.csv", header);
  const agreement = [header, ...records].map(csvRecord).join("");
  const agreementFile = await writer.add(
    "both",
    "agreement.csv",
    comparison.watch(once(agreement)),
  );
  const about = resourceOf("agreement.csv", "One row per statistic.", agreementFields);
  tables.push({ resource: withKey(about), full: agreementFile, textFree: agreementFile });
  changes.push(comparison.finish());

  const before = previous && {
    number: previous.number,
    createdAt: previous.createdAt.toISOString(),
  };
  const listed = [csvRecord(Object.keys(changeFields)), ...differences];
  const changesFile = await writer.add("both", "changes.csv", inBatches(listed));
  const aboutChanges = resourceOf("changes.csv", "One row per difference.", changeFields);
  tables.push({ resource: aboutChanges, full: changesFile, textFree: changesFile });
  await writer.add("both", "CHANGES.md", changesText(number, before, changes));
  const rows = Object.fromEntries(changes.map(({ path, nNow }) => [path, nNow]));
  return { tables, rows: { ...rows, "changes.csv": differences.length }, report };
}

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(Buffer.from(text));
}

const batch = 1000;

async function* inBatches(records: readonly string[]): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < records.length; at += batch) {
    yield await Promise.resolve(Buffer.from(records.slice(at, at + batch).join("")));
  }
}

import "server-only";

import { unzipSync } from "fflate";

import type { ExportPreview, ExportQueryInput } from "../contracts/exports";
import { recordEventOfDay } from "../db/audit";
import { countRows, countVia } from "../db/export-counts";
import { layeredArticles } from "../db/export-articles";
import { articleIs } from "../db/export-select";
import type { ExportSnapshot } from "../db/export-snapshot";
import type { Actor } from "../domain/access/actor";
import { requireUuid } from "../domain/access/uuid";
import { CsvRecordReader } from "../domain/formats/csv-records";
import { type ExportName, tableOf } from "../domain/formats/export-files";
import { authorise } from "./access";
import { ensurePlaces } from "./export-places";
import { tableQueries, type TableSource } from "./export-tables";
import { chunksOf, openSnapshot, readSource, requireFitting } from "./exports";

const shownRows = 10;
const shownCharacters = 2000;

type Estimate = ExportPreview["estimate"];

/**
 * The first rows of a file and how large it would be, reckoned from its first rows or articles.
 * Up to 300,000 rows are counted; beyond that the database's own estimate is taken. That somebody
 * looked at a file is recorded once a day, and apart where people's names or remarks were in it.
 * @throws {AppError} as `openExport`
 */
export async function previewExport(
  actor: Actor,
  projectId: string,
  file: ExportName,
  query: ExportQueryInput,
): Promise<ExportPreview> {
  const action = query.identities ? "exports.identities" : "exports.read";
  await authorise(actor, action, requireUuid(projectId));
  requireFitting(file, query);
  if (file.startsWith("annotations.")) await ensurePlaces(projectId);
  const { identities, notes } = query;
  await recordEventOfDay({
    ...{ projectId, actorId: actor.userId, subject: file, detail: { identities, notes } },
    action: "export.previewed",
  });

  const { bytes, estimate } = await inSnapshot(projectId, query, (snapshot, source) =>
    takeSample(snapshot, file, source, query.limit ?? null),
  );
  const found = tableOf(file);
  if (!found) return { ...textOf(file, bytes), file, estimate, columns: [], rows: [] };
  const asked = { ...query, limit: shownRows, profile: "analysis" as const };
  const csv = await inSnapshot(projectId, asked, async (snapshot, source) => {
    const name = `${found.table}.csv` as const;
    return Buffer.concat(await collect(chunksOf(snapshot, name, source))).toString("utf8");
  });
  const reader = new CsvRecordReader();
  const [columns = [], ...rows] = [...reader.push(csv), ...reader.end()];
  return { file, columns, rows, text: null, member: null, estimate };
}

async function inSnapshot<Result>(
  projectId: string,
  query: ExportQueryInput,
  work: (snapshot: ExportSnapshot, source: TableSource) => Promise<Result>,
): Promise<Result> {
  const snapshot = await openSnapshot("preview");
  try {
    return await work(snapshot, await readSource(snapshot, projectId, query));
  } finally {
    snapshot.abandon();
  }
}

/** Counts rows or articles, and writes the first of them out to see how large they are. */
async function takeSample(
  snapshot: ExportSnapshot,
  file: ExportName,
  source: TableSource,
  limit: number | null,
): Promise<{ bytes: Buffer; estimate: Estimate }> {
  const counted = sourceOfCount(file, source);
  const n = counted ? await countRows(countVia(snapshot), counted.from) : { n: 1, isExact: true };
  const nUnits = Math.min(n.n, limit ?? n.n);
  const nFirst = counted?.nSampled ?? null;
  const scope = { ...source.scope, nFirst: nFirst && Math.min(nFirst, limit ?? nFirst) };
  const sample = { ...source, scope, nFirstRows: null };
  const bytes = Buffer.concat(await collect(chunksOf(snapshot, file, sample)));
  const isWhole = nFirst === null || nUnits <= nFirst;
  const nBytes = isWhole ? bytes.length : Math.round((bytes.length / nFirst) * nUnits);
  const unit = counted?.unit ?? "row";
  return { bytes, estimate: { nUnits, unit, nBytes, isExact: isWhole && n.isExact } };
}

type Counted = { from: string; unit: Estimate["unit"]; nSampled: number };

/** What a file's size goes with; null for one that is small whatever there is. */
function sourceOfCount(file: ExportName, { scope, attributes }: TableSource): Counted | null {
  const found = tableOf(file);
  const byArticle = { unit: "article" as const, nSampled: 5 };
  if (found?.table === "soft_labels") {
    return {
      ...byArticle,
      from: layeredArticles({ ...scope, status: "submitted", training: "without" }),
    };
  }
  if (found?.table === "agreement" || file === "datapackage.json") return null;
  if (found) {
    const { source } = tableQueries[found.table](scope, attributes);
    // What a Parquet file has besides its rows would count too much in a small sample.
    return { from: source, unit: "row", nSampled: found.format === "parquet" ? 2000 : 200 };
  }
  if (file === "texts.zip")
    return { ...byArticle, from: `FROM "Article" a WHERE ${articleIs(scope)}` };
  return { ...byArticle, from: layeredArticles(scope) };
}

async function collect(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array[]> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return all;
}

/** The beginning of a file, or of the first member of an archive that isn't its configuration. */
function textOf(file: ExportName, bytes: Buffer): Pick<ExportPreview, "text" | "member"> {
  if (!file.endsWith(".zip")) return { text: beginningOf(bytes), member: null };
  let isFound = false;
  const isFirst = ({ name }: { name: string }) => {
    if (isFound || name.endsWith(".conf")) return false;
    isFound = true;
    return true;
  };
  const [found] = Object.entries(unzipSync(bytes, { filter: isFirst }));
  if (!found) return { text: null, member: null };
  const [member, content] = found;
  return { text: beginningOf(Buffer.from(content)), member };
}

function beginningOf(bytes: Buffer): string {
  const text = bytes.toString("utf8");
  const shown = Array.from(text.slice(0, 2 * shownCharacters))
    .slice(0, shownCharacters)
    .join("");
  return shown.length < text.length ? `${shown}…` : shown;
}

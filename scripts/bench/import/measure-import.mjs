import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";

import { findListener, watchAppMemory } from "../export/app-process.mjs";
import { median, quantile, ratio } from "../median.mjs";
import { articleLines } from "./corpus.mjs";
import { copyAgain } from "./copy-limit.mjs";
import { openLayer, saveDuring } from "./saves.mjs";

const nBlocks = 10;
const articlesPerRequest = 1000;
/** While PostgreSQL writes one file, the app reads the next. */
const nRequestsAtOnce = 2;
const idleMs = 10_000;

/**
 * Imports articles over HTTP in blocks, with an annotator saving all the while, and after each block
 * has PostgreSQL copy the same rows.
 */
export async function measureImport({ app, client, admin, annotator, nRows, say }) {
  const [projectId, otherId] = await Promise.all([makeProject(client, admin), makeProject(client)]);
  const save = await openLayer(annotator);
  const pid = findListener(Number(new URL(app.url).port));
  const quiet = await saveDuring(save, () => sleep(idleMs));
  const busy = [];
  const blocks = [];
  const mark = randomUUID().slice(0, 8);
  const blockSize = Math.ceil(nRows / nBlocks);
  for (let from = 0; from < nRows; from += blockSize) {
    const to = Math.min(from + blockSize, nRows);
    const files = [];
    for (let at = from; at < to; at += articlesPerRequest) {
      files.push(articleLines(mark, at, Math.min(at + articlesPerRequest, to)));
    }
    const stopWatch = pid === null ? () => null : watchAppMemory(pid);
    let importMs = 0;
    const saved = await saveDuring(save, async () => {
      const begun = performance.now();
      const left = files.values();
      const send = async () => {
        for (const text of left) await importFile(admin, projectId, text);
      };
      await Promise.all(Array.from({ length: nRequestsAtOnce }, send));
      importMs = performance.now() - begun;
    });
    const peakMib = stopWatch();
    busy.push(...saved);
    const place = { fromProjectId: projectId, toProjectId: otherId, mark, from, to };
    const copyMs = await copyAgain(client, place);
    quiet.push(...(await saveDuring(save, () => sleep(idleMs / nBlocks))));
    blocks.push({ nRows: to - from, importMs, copyMs, peakMib });
    say(`import: ${to} articles, ${Math.round(((to - from) / importMs) * 1000)} a second`);
  }
  return summarise({ nRows, blocks, quiet, busy });
}

function summarise({ nRows, blocks, quiet, busy }) {
  const rate = (timeName) => median(blocks.map((one) => (one.nRows / one[timeName]) * 1000));
  const memory = blocks.map(({ peakMib }) => peakMib);
  const half = Math.ceil(memory.length / 2);
  const p95 = (times) => quantile(times, 0.95);
  return {
    nRows,
    articlesPerRequest,
    nRequestsAtOnce,
    rowsPerSecond: rate("importMs"),
    copyRowsPerSecond: rate("copyMs"),
    toCopy: median(blocks.map(({ importMs, copyMs }) => copyMs / importMs)),
    peakMib: memory.includes(null) ? null : Math.max(...memory),
    // A leak grows on; caches and the heap's own slack are there after the first half.
    memoryGrowth: memory.includes(null)
      ? null
      : ratio(Math.max(...memory.slice(half)), Math.max(...memory.slice(0, half))),
    nSavesIdle: quiet.length,
    nSavesBusy: busy.length,
    saveIdleP95Ms: p95(quiet),
    saveBusyP95Ms: p95(busy),
    saveRatio: ratio(p95(busy), p95(quiet)),
    blocks,
  };
}

async function importFile(admin, projectId, text) {
  const form = new FormData();
  form.append("file", new File([text], "articles.jsonl"));
  form.append("format", "jsonl");
  const path = `/api/v1/projects/${projectId}/articles/import`;
  const { imported, duplicates, errors } = await admin.post(path, form);
  const nLines = text.split("\n").length;
  if (imported.length !== nLines || duplicates.length > 0 || errors.length > 0) {
    throw new Error(`${imported.length} of ${nLines} imported: ${JSON.stringify(errors[0])}`);
  }
}

/** An empty project, of which the session's person is admin. */
export async function makeProject(client, session) {
  const projectId = randomUUID();
  await client.query(`INSERT INTO "Project" (id, name) VALUES ($1, 'Bench')`, [projectId]);
  if (session) {
    const { id } = await session.get("/api/v1/me");
    await client.query(
      `INSERT INTO "Membership" ("projectId", "userId", role, pseudonym) VALUES ($1, $2, 'admin', 'R01')`,
      [projectId, id],
    );
  }
  return projectId;
}

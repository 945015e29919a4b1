import { createHash, randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";

import { findListener, watchAppMemory } from "../export/app-process.mjs";
import { quantile, ratio } from "../median.mjs";
import { articleLines } from "./corpus.mjs";
import { copyAgain } from "./copy-limit.mjs";
import { makeProject } from "./measure-import.mjs";
import { openLayer, saveDuring } from "./saves.mjs";

const partBytes = 1_048_576;
/** As many as a browser sends where they go through quickly. */
const nPartsAtOnce = 4;
const articlesPerPiece = 1000;
const idleMs = 10_000;
/** More often than the page asks. */
const pollMs = 500;

/**
 * Imports one file of all articles as a browser does, in parts that the worker reads when all are
 * there, with an annotator saving all the while; then has PostgreSQL copy the same rows.
 */
export async function measureBackground({ app, client, admin, annotator, nRows, say }) {
  const [projectId, otherId] = await Promise.all([makeProject(client, admin), makeProject(client)]);
  const save = await openLayer(annotator);
  const pid = findListener(Number(new URL(app.url).port));
  const mark = randomUUID().slice(0, 8);
  const file = await fileOf(mark, nRows);
  const quiet = await saveDuring(save, () => sleep(idleMs));
  const times = { uploadMs: 0, readMs: 0 };
  const stopWatch = pid === null ? () => null : watchAppMemory(pid);
  const half = { mib: null };
  const busy = await saveDuring(save, async () => {
    const begun = performance.now();
    const path = await upload(admin, projectId, file);
    times.uploadMs = performance.now() - begun;
    for (;;) {
      const item = await admin.get(path);
      if (item.finishedAt !== null) {
        if (item.nImported !== nRows) throw new Error(JSON.stringify(item));
        break;
      }
      if (half.mib === null && item.nRead > nRows / 2) half.mib = stopWatch();
      await sleep(pollMs);
    }
    times.readMs = performance.now() - begun - times.uploadMs;
  });
  const peakMib = stopWatch();
  quiet.push(...(await saveDuring(save, () => sleep(idleMs))));
  let copyMs = 0;
  for (let from = 0; from < nRows; from += articlesPerPiece) {
    const to = Math.min(from + articlesPerPiece, nRows);
    copyMs += await copyAgain(client, {
      ...{ fromProjectId: projectId, toProjectId: otherId, mark, from, to },
    });
  }
  say(`import: ${nRows} articles in the background`);
  const totalMs = times.uploadMs + times.readMs;
  const p95 = (all) => quantile(all, 0.95);
  return {
    ...{ nRows, nBytes: file.size, ...times, copyMs, peakMib },
    rowsPerSecond: (nRows / totalMs) * 1000,
    copyRowsPerSecond: (nRows / copyMs) * 1000,
    toCopy: copyMs / totalMs,
    readToCopy: copyMs / times.readMs,
    memoryGrowth: half.mib === null || peakMib === null ? null : ratio(peakMib, half.mib),
    saveIdleP95Ms: p95(quiet),
    saveBusyP95Ms: p95(busy),
    saveRatio: ratio(p95(busy), p95(quiet)),
  };
}

/** JSON Lines of all articles, made piece by piece: connections that wait must not be forgotten. */
async function fileOf(mark, nRows) {
  const pieces = [];
  for (let from = 0; from < nRows; from += articlesPerPiece) {
    const to = Math.min(from + articlesPerPiece, nRows);
    pieces.push(new Blob([articleLines(mark, from, to), "\n"]));
    await sleep(0);
  }
  return new Blob(pieces);
}

async function upload(admin, projectId, file) {
  const path = `/api/v1/projects/${projectId}/imports`;
  const first = Buffer.from(await file.slice(0, partBytes).arrayBuffer());
  const item = await admin.post(path, {
    ...{ fileName: "articles.jsonl", nBytes: file.size },
    beginning: createHash("sha256").update(first).digest("hex"),
  });
  const bytesAtOnce = nPartsAtOnce * partBytes;
  for (let at = 0; at < file.size; at += bytesAtOnce) {
    await admin.post(`${path}/${item.id}/parts?at=${at}`, file.slice(at, at + bytesAtOnce));
  }
  return `${path}/${item.id}`;
}

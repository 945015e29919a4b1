import { createHash } from "node:crypto";

import { importPartBytes } from "../../contracts/imports";
import { listArticles } from "../articles";
import { openImportReport } from "../import-report";
import { runImport } from "../import-run";
import { createImport, getImport, receivePart } from "../imports";
import { makeProject } from "./make-project";
import { sql } from "./sql";

/** An empty project and how its admin uploads files in parts and has them read. */
export async function openForUploads() {
  const { projectId, actors } = await makeProject({ nAnnotators: 0 });
  const { admin } = actors;
  const begin = (fileName: string, bytes: Uint8Array, options = {}) =>
    createImport(admin, projectId, {
      ...{ fileName, nBytes: bytes.length, dryRun: false, partial: false },
      beginning: createHash("sha256").update(bytes.subarray(0, importPartBytes)).digest("hex"),
      ...options,
    });
  const sendFrom = async (importId: string, bytes: Uint8Array, from = 0, to = bytes.length) => {
    for (let at = from; at < to; at += importPartBytes) {
      const part = bytes.subarray(at, at + importPartBytes);
      const before = at > 0 ? hashBefore(bytes, at) : undefined;
      await receivePart(admin, projectId, importId, { at, before, bytes: part });
    }
  };
  const upload = async (fileName: string, bytes: Uint8Array, options = {}) => {
    const { id: importId } = await begin(fileName, bytes, options);
    await sendFrom(importId, bytes);
    await runImport({ projectId, importId });
    return getImport(admin, projectId, importId);
  };
  const listed = async () => (await listArticles(admin, projectId, { limit: 200 })).items;
  const report = async (importId: string) =>
    new Response(await openImportReport(admin, projectId, importId)).text();
  return { projectId, admin, actors, begin, sendFrom, upload, listed, report };
}

/** The hash of a file's parts up to byte `at`, made as the documentation of the API says. */
export function hashBefore(bytes: Uint8Array, at: number): string {
  let hash = Buffer.alloc(0);
  for (let from = 0; from < at; from += importPartBytes) {
    const part = bytes.subarray(from, Math.min(at, from + importPartBytes));
    hash = createHash("sha256")
      .update(Buffer.concat([hash, part]))
      .digest();
  }
  return hash.toString("hex");
}

/** Of the lines of a report, in their order: what they are, why, and the facts. */
export async function reasons(importId: string) {
  const lines = await sql<{ kind: string; reason: string | null; facts: unknown }>(
    `SELECT kind, reason, facts FROM "ImportLine" WHERE "importId" = $1 ORDER BY number`,
    [importId],
  );
  return lines.map(({ kind, reason, facts }) => [kind, reason, facts]);
}

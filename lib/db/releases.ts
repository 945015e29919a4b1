import type { ReleaseManifest } from "../domain/releases/manifest";
import { db, type Tx } from "./client";
import { fromJson, toJson } from "./json";
import { type PageRequest, pageArguments } from "./page";

export type ReleaseRow = {
  id: string;
  number: number;
  note: string | null;
  createdById: string;
  manifest: ReleaseManifest;
  createdAt: Date;
};

/** Takes the project's turn to make a release until the transaction ends. @returns false if taken */
export async function tryLockReleases(tx: Tx, projectId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<{ isMine: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(7305802, hashtext(${projectId})) AS "isMine"`;
  return rows[0]?.isMine ?? false;
}

export async function insertRelease(
  tx: Tx,
  release: ReleaseRow & { projectId: string },
): Promise<void> {
  await tx.release.create({ data: { ...release, manifest: toJson(release.manifest) } });
}

/** One page, newest first: ids follow the time they were made at. */
export async function listReleases(projectId: string, request: PageRequest): Promise<ReleaseRow[]> {
  const rows = await db().release.findMany({
    where: { projectId },
    ...pageArguments(request),
    orderBy: { id: "desc" },
  });
  return rows.map((row) => ({ ...row, manifest: fromJson<ReleaseManifest>(row.manifest) }));
}

export async function findRelease(projectId: string, id: string): Promise<ReleaseRow | null> {
  const row = await db().release.findUnique({ where: { projectId_id: { projectId, id } } });
  return row && { ...row, manifest: fromJson<ReleaseManifest>(row.manifest) };
}

export async function findLatestRelease(tx: Tx, projectId: string): Promise<ReleaseRow | null> {
  const row = await tx.release.findFirst({ where: { projectId }, orderBy: { number: "desc" } });
  return row && { ...row, manifest: fromJson<ReleaseManifest>(row.manifest) };
}

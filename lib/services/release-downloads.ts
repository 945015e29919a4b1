import "server-only";

import { recordEvent } from "../db/audit";
import { findFile, listFiles } from "../db/release-files";
import { findRelease } from "../db/releases";
import type { Actor } from "../domain/access/actor";
import { requireUuid } from "../domain/access/uuid";
import type { PackageKind } from "../domain/releases/manifest";
import { authorise, nothingHere } from "./access";
import { toBody } from "./export-stream";
import { fileBytes, inArchiveOrder, packageBytes } from "./release-package";

export type Download = {
  name: string;
  nBytes: number;
  /** Of the bytes, in hex. */
  sha256: string;
  body: ReadableStream<Uint8Array>;
};

/**
 * `package.zip` of a release, the same bytes whenever it is asked for.
 * @throws {AppError} not_found, forbidden
 */
export async function openReleasePackage(
  actor: Actor,
  projectId: string,
  releaseId: string,
  kind: PackageKind,
): Promise<Download> {
  const release = await openRelease(actor, projectId, releaseId);
  const { sha256, nBytes } = release.manifest[kind === "full" ? "full" : "textFree"];
  const files = await listFiles({ projectId, releaseId, kind });
  await recordDownload(actor, projectId, releaseId, { file: "package.zip", kind });
  const suffix = kind === "full" ? "" : "-text-free";
  const name = `release-${release.number}${suffix}.zip`;
  const bytes = packageBytes(projectId, inArchiveOrder(files, kind));
  return { name, nBytes, sha256, body: bodyOf(bytes) };
}

/**
 * One frozen file, by its path in the package.
 * @throws {AppError} not_found, forbidden
 */
export async function openReleaseFile(
  actor: Actor,
  projectId: string,
  releaseId: string,
  { path, kind }: { path: string; kind: PackageKind },
): Promise<Download> {
  await openRelease(actor, projectId, releaseId);
  const file = await findFile({ projectId, releaseId, kind }, path);
  if (!file) throw nothingHere();
  await recordDownload(actor, projectId, releaseId, { file: path, kind });
  const name = path.slice(path.lastIndexOf("/") + 1);
  const { nBytes, sha256 } = file;
  return { name, nBytes, sha256, body: bodyOf(fileBytes(projectId, file.id)) };
}

async function openRelease(actor: Actor, projectId: string, releaseId: string) {
  await authorise(actor, "releases.read", requireUuid(projectId));
  const release = await findRelease(projectId, requireUuid(releaseId));
  if (!release) throw nothingHere();
  return release;
}

function recordDownload(actor: Actor, projectId: string, subject: string, detail: object) {
  const event = { projectId, actorId: actor.userId, subject, detail };
  return recordEvent({ ...event, action: "release.downloaded" });
}

function bodyOf(bytes: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return toBody(bytes, () => void bytes.return(undefined));
}

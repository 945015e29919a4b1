import { type ImportItem, importPartBytes, mostPartsAtOnce } from "@/lib/contracts/imports";
import { ApiProblem, apiRequest } from "./api-client";

export type ImportChoices = {
  format?: string;
  encoding?: string;
  columns?: Readonly<Record<string, string>>;
  dryRun: boolean;
  partial: boolean;
};
type Watch = { onProgress: (nSent: number) => void; signal: AbortSignal };

const firstDelayMs = 500;
const longestDelayMs = 15_000;
const mostTries = 8;
/** Parts that go through faster than this are followed by more at once. */
const quickMs = 1_000;

/** What was begun earlier is of another file that looked the same, or somebody else has completed it. */
const othersReasons = new Set(["upload_differs", "upload_complete"]);

/**
 * Sends a file of any size in parts. If an earlier upload of the same file broke off, it is gone on
 * with; a part that doesn't get through is tried again for about a minute.
 * @throws {ApiProblem} also when `signal` says to stop
 */
export async function uploadImport(
  projectId: string,
  file: { name: string; blob: Blob },
  choices: ImportChoices,
  { onProgress, signal }: Watch,
): Promise<ImportItem> {
  const path = `/api/v1/projects/${projectId}/imports`;
  const { name, blob } = file;
  const beginning = await new PartHashes(blob, signal).upTo(Math.min(importPartBytes, blob.size));
  const body = { ...choices, fileName: name, nBytes: blob.size, beginning };
  const begin = (anew: boolean) =>
    apiRequest<ImportItem>(path, { method: "POST", body: { ...body, anew }, signal });
  const begun = await begin(false);
  try {
    return await sendParts(path, begun, blob, { onProgress, signal });
  } catch (error) {
    if (!(error instanceof ApiProblem) || !othersReasons.has(error.reason ?? "")) throw error;
    return sendParts(path, await begin(true), blob, { onProgress, signal });
  }
}

async function sendParts(
  path: string,
  begun: ImportItem,
  blob: Blob,
  { onProgress, signal }: Watch,
): Promise<ImportItem> {
  const hashes = new PartHashes(blob, signal);
  let item = begun;
  onProgress(item.nReceived);
  let nAtOnce = 1;
  while (item.state === "uploading") {
    const at = item.nReceived;
    const before = at > 0 ? `&before=${await hashes.upTo(at)}` : "";
    const begunMs = performance.now();
    item = await insist((tries) => {
      // On a bad connection less is lost with each part.
      if (tries > 1) nAtOnce = 1;
      const bytes = blob.slice(at, at + nAtOnce * importPartBytes);
      const parts = `${path}/${item.id}/parts?at=${at}${before}`;
      return apiRequest<ImportItem>(parts, { method: "POST", body: bytes, signal });
    }, signal);
    const isQuick = performance.now() - begunMs < quickMs;
    nAtOnce = isQuick ? Math.min(mostPartsAtOnce, 2 * nAtOnce) : 1;
    onProgress(item.nReceived);
  }
  return item;
}

/** Tries again what failed on the way or on the server's side. */
async function insist<Result>(
  send: (tries: number) => Promise<Result>,
  signal: AbortSignal,
): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return await send(tries);
    } catch (error) {
      const status = error instanceof ApiProblem ? error.status : -1;
      const isPassing = status === 0 || (status >= 500 && status !== 507);
      if (!isPassing || tries === mostTries || signal.aborted) throw error;
      const delayMs = Math.min(longestDelayMs, firstDelayMs * 2 ** (tries - 1));
      await new Promise((resolve) => setTimeout(resolve, delayMs));
    }
  }
}

/** The hash of a file up to the end of a part, as the API wants it; reads every byte once. */
class PartHashes {
  private hash = new Uint8Array(0);
  private at = 0;

  constructor(
    private readonly blob: Blob,
    private readonly signal: AbortSignal,
  ) {}

  /** @param to not before an earlier `to` */
  async upTo(to: number): Promise<string> {
    while (this.at < to && !this.signal.aborted) {
      const end = Math.min(to, this.at + importPartBytes);
      const part = await new Blob([this.hash, this.blob.slice(this.at, end)]).arrayBuffer();
      this.hash = new Uint8Array(await crypto.subtle.digest("SHA-256", part));
      this.at = end;
    }
    return [...this.hash].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  }
}

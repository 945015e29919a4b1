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
  const beginning = await sha256(blob.slice(0, importPartBytes));
  const body = { ...choices, fileName: name, nBytes: blob.size, beginning };
  let item = await apiRequest<ImportItem>(path, { method: "POST", body, signal });
  onProgress(item.nReceived);
  let nAtOnce = 1;
  while (item.state === "uploading") {
    const at = item.nReceived;
    const begunMs = performance.now();
    item = await insist((tries) => {
      // On a bad connection less is lost with each part.
      if (tries > 1) nAtOnce = 1;
      const bytes = blob.slice(at, at + nAtOnce * importPartBytes);
      const parts = `${path}/${item.id}/parts?at=${at}`;
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

async function sha256(blob: Blob): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", await blob.arrayBuffer());
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

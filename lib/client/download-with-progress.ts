import { ApiProblem, type SentProblem } from "./api-client";

type Options = { signal: AbortSignal; onProgress: (nBytes: number) => void };

/**
 * Fetches a file and says how much has come. Holds the file, as the browser's own downloads don't:
 * for those that are too large for that, follow the link instead.
 * @throws {ApiProblem} when it is refused, or breaks off half way; AbortError when it is aborted
 */
export async function downloadWithProgress(
  path: string,
  { signal, onProgress }: Options,
): Promise<Blob> {
  const response = await fetch(path, { signal, redirect: "manual" }).catch(passOnAbort);
  if (!response.ok || !response.body) {
    const answer = (await response.json().catch(() => ({}))) as SentProblem;
    const { code = "download_unavailable", detail = "", ...particulars } = answer;
    throw new ApiProblem(response.status, code, detail, particulars);
  }
  const reader = response.body.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let nBytes = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(passOnAbort);
    if (done) break;
    chunks.push(value);
    nBytes += value.length;
    onProgress(nBytes);
  }
  const type = response.headers.get("content-type") ?? "application/octet-stream";
  return new Blob(chunks, { type });
}

/** What isn't the reader's own wish is a broken connection: a file that is short isn't one. */
function passOnAbort(error: unknown): never {
  if (error instanceof DOMException && error.name === "AbortError") throw error;
  throw new ApiProblem(0, "download_broken_off", "");
}

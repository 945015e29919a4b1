import "server-only";

import type { ImportRow } from "../db/import-jobs";
import type { Explained } from "../domain/reason";
import { hashOn, type partsOf } from "./upload-chain";

type Upload = Pick<
  NonNullable<ImportRow>,
  "state" | "nReceived" | "nBytes" | "receivedHash" | "wasResumed"
>;
type Sent = { at: number; before: string | undefined; parts: ReturnType<typeof partsOf> };

/**
 * Why a part can't be taken, or null: also where it is here already, which is no fault. Once an
 * upload was gone on with, two files may be on their way under one name, and nothing is taken on trust.
 */
export function refusePart(upload: Upload, { at, before, parts }: Sent): Explained | null {
  const { state, nReceived, wasResumed } = upload;
  if (state === "cancelled") {
    return { message: "This import was stopped. Begin another.", reason: "import_stopped" };
  }
  if (at > nReceived && state === "uploading") {
    const message = `The next part begins at byte ${nReceived}.`;
    return { message, reason: "other_part_is_next", facts: { at: nReceived } };
  }
  if (state !== "uploading") {
    const isRepeated = at < nReceived && (!wasResumed || isEndOf(upload, { at, before, parts }));
    const message =
      "This upload is complete; nothing more is taken. For another file begin another.";
    return isRepeated ? null : { message, reason: "upload_complete" };
  }
  if (at === 0 || at < nReceived) return null;
  if (before === undefined) {
    const message =
      "This upload was begun earlier. Prove with “before” that it is of the same file, or begin another with “anew”.";
    return wasResumed ? { message, reason: "upload_unproven" } : null;
  }
  if (before === upload.receivedHash || upload.receivedHash === null) return null;
  const message =
    "What was uploaded before is of another file of this name and size. Begin another with “anew”.";
  return { message, reason: "upload_differs" };
}

/** Whether a part that was sent again is what a complete upload ends with, after the same bytes. */
function isEndOf({ nBytes, receivedHash }: Upload, { at, before, parts }: Sent): boolean {
  const length = parts.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const isProven = at === 0 || before !== undefined;
  return isProven && at + length === nBytes && hashOn(before ?? null, parts) === receivedHash;
}

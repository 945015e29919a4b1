/** Something the person at the keyboard can mend: the message says what and how, in a sentence. */
export class StartError extends Error {}

/** One sentence for any failure; unexpected ones keep their details for a bug report. */
export function explain(error) {
  const text = String(error?.message ?? error);
  if (/ENOSPC|No space left on device/i.test(text)) {
    return "The disk is full: free some space and start again; nothing that was saved is lost.";
  }
  if (error instanceof StartError || error?.constructor?.name === "EmbeddedPgError") return text;
  return error?.stack ?? text;
}

import "server-only";

/** One JSON line per event; JSON escapes line breaks, so input can't forge a line. */
export function log(
  level: "info" | "warn" | "error",
  event: string,
  detail: Record<string, unknown> = {},
): void {
  const line = JSON.stringify({ at: new Date().toISOString(), level, event, ...detail });
  process[level === "info" ? "stdout" : "stderr"].write(`${line}\n`);
}

/** What a log may hold of an unexpected error: where it came from, never the data it was about. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error };
  return { error: error.name, message: error.message.slice(0, 500), stack: error.stack };
}

import "server-only";

const worthCompressingBytes = 1_024;

/**
 * JSON as an answer. Next would compress it however short it is, which costs more than it saves and
 * lets it wait for a thread while large answers keep those busy: `no-transform` keeps it from that.
 */
export function jsonResponse(
  text: string,
  cacheControl: string,
  { status = 200, headers = {} }: { status?: number; headers?: Record<string, string> } = {},
): Response {
  const isShort = Buffer.byteLength(text) < worthCompressingBytes;
  return new Response(text, {
    status,
    headers: {
      "Content-Type": "application/json",
      "Cache-Control": isShort ? `${cacheControl}, no-transform` : cacheControl,
      ...headers,
    },
  });
}

import "server-only";

/** An answer that lasts: server-sent events, kept by nobody on the way. */
export function eventsResponse(stream: ReadableStream<Uint8Array>): Response {
  return new Response(stream, {
    headers: {
      "Content-Type": "text/event-stream; charset=utf-8",
      "Cache-Control": "private, no-store, no-transform",
      // Proxies that gather an answer before they pass it on would hold events back.
      "X-Accel-Buffering": "no",
    },
  });
}

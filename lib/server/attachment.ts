import "server-only";

type Attachment = {
  name: string;
  /** Of the bytes, in hex. */
  sha256: string;
  body: ReadableStream<Uint8Array>;
};

/**
 * Bytes that a browser saves and never shows, with the hash they must have. They are frozen, so the
 * hash is their ETag; nothing on the way may compress them into others.
 */
export function attachment({ name, sha256, body }: Attachment, mediaType: string): Response {
  return new Response(body, {
    headers: {
      "Content-Type": mediaType,
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "private, no-store, no-transform",
      ETag: `"${sha256}"`,
      "Repr-Digest": `sha-256=:${Buffer.from(sha256, "hex").toString("base64")}:`,
    },
  });
}

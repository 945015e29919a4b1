// A cell that is a lone carriage return is quoted, and inside quotes a quote is doubled: these
// five bytes can't be anything but the end of a record, whatever the cells before it hold.
const end = Buffer.from(',"\r"\n', "latin1");
/** The last column of every record, as SQL. */
export const sentinel = "E'\\r'";

/**
 * Ends records with CRLF, as RFC 4180 has it, where COPY ends them with LF; line feeds inside
 * cells stay. Works on the chunks in place, however they are cut. Cost: one pass.
 */
export async function* toCrlf(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let carried: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const bytes = carried.length > 0 ? Buffer.concat([carried, chunk]) : chunk;
    const { nWritten, nRead } = rewriteEnds(bytes);
    carried = Buffer.from(bytes.subarray(nRead));
    if (nWritten > 0) yield bytes.subarray(0, nWritten);
  }
  if (carried.length > 0) yield carried;
}

function rewriteEnds(bytes: Buffer): { nWritten: number; nRead: number } {
  let nWritten = 0;
  let nRead = 0;
  for (let at = bytes.indexOf(end); at >= 0; at = bytes.indexOf(end, nRead)) {
    bytes.copyWithin(nWritten, nRead, at);
    nWritten += at - nRead;
    bytes[nWritten++] = 0x0d;
    bytes[nWritten++] = 0x0a;
    nRead = at + end.length;
  }
  const rest = bytes.length - nRead - lengthOfBegunEnd(bytes, nRead);
  bytes.copyWithin(nWritten, nRead, nRead + rest);
  return { nWritten: nWritten + rest, nRead: nRead + rest };
}

/** How many of the last bytes may be the first of an end that the next chunk completes. */
function lengthOfBegunEnd(bytes: Buffer, from: number): number {
  for (let length = Math.min(end.length - 1, bytes.length - from); length > 0; length--) {
    if (bytes.subarray(bytes.length - length).equals(end.subarray(0, length))) return length;
  }
  return 0;
}

import { promisify } from "node:util";
import { crc32, deflateRaw } from "node:zlib";

import { directoryEntry, endOfArchive, localHeader } from "../domain/formats/zip-records";

export type ArchiveMember = { path: string; contents: string };

const deflate = promisify(deflateRaw);

/**
 * A ZIP archive of files that come one after the other, sent as they come; the same files give the
 * same bytes. Holds one file, and its directory: about 100 bytes a file.
 */
export async function* zipArchive(
  members: AsyncIterable<ArchiveMember>,
): AsyncGenerator<Uint8Array> {
  const directory: Uint8Array[] = [];
  let at = 0;
  for await (const { path, contents } of members) {
    const bytes = Buffer.from(contents, "utf8");
    const deflated = await deflate(bytes);
    const sizes = { nBytes: bytes.length, nDeflated: deflated.length };
    const file = { path, crc32: crc32(bytes), ...sizes };
    const header = localHeader(file);
    directory.push(directoryEntry({ ...file, headerAt: at }));
    at += header.length + deflated.length;
    yield header;
    yield deflated;
  }
  const entries = Buffer.concat(directory);
  yield entries;
  yield endOfArchive(directory.length, entries.length, at);
}

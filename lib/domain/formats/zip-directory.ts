/** One file of a ZIP archive, as its central directory describes it; sizes in bytes. */
export type ZipEntry = {
  path: string;
  isFolder: boolean;
  isEncrypted: boolean;
  isLink: boolean;
  /** 0 stored, 8 deflated. */
  method: number;
  crc32: number;
  packedSize: number;
  size: number;
  /** Where the entry's local header begins. */
  headerAt: number;
};

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;

/**
 * Reads the directory at the end of a ZIP archive (PKWARE APPNOTE 6.3, without ZIP64 and
 * multi-part archives). Nothing is unpacked, so that a bomb is seen before it goes off.
 * @returns null if there is no complete directory: the archive is cut off or no ZIP
 */
export function readZipDirectory(bytes: Uint8Array): ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const endAt = findEnd(view);
  if (endAt < 0) return null;
  const count = view.getUint16(endAt + 10, true);
  const directoryAt = view.getUint32(endAt + 16, true);
  const entries: ZipEntry[] = [];
  let at = directoryAt;
  for (let left = count; left > 0; left--) {
    if (at + 46 > endAt || view.getUint32(at, true) !== entrySignature) return null;
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    if (nameEnd > endAt) return null;
    const flags = view.getUint16(at + 8, true);
    const path = new TextDecoder().decode(bytes.subarray(at + 46, nameEnd));
    entries.push({
      path,
      isFolder: path.endsWith("/"),
      isEncrypted: (flags & 1) !== 0,
      isLink: ((view.getUint32(at + 38, true) >>> 16) & 0o170000) === 0o120000,
      method: view.getUint16(at + 10, true),
      crc32: view.getUint32(at + 16, true),
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      headerAt: view.getUint32(at + 42, true),
    });
    at = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The packed bytes of an entry, or null where the archive doesn't hold them all. */
export function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = entry.headerAt;
  if (at + 30 > bytes.length || view.getUint32(at, true) !== localSignature) return null;
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const end = start + entry.packedSize;
  return end <= bytes.length ? bytes.subarray(start, end) : null;
}

/** Whether a path of an archive leads out of the folder it is unpacked in. */
export function isEscapingPath(path: string): boolean {
  return /^[/\\]|^[A-Za-z]:|\0/.test(path) || path.split(/[/\\]/).some((part) => part === "..");
}

/** The end record lies in the last 64 KiB, behind an optional comment. */
function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - 65_557);
  for (let at = view.byteLength - 22; at >= first; at--) {
    if (view.getUint32(at, true) === endSignature) return at;
  }
  return -1;
}

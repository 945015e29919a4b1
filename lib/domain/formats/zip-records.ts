/** A file as it goes into an archive: raw DEFLATE data whose sizes and checksum are known. */
export type ZipFile = {
  path: string;
  crc32: number;
  nBytes: number;
  nDeflated: number;
};
export type PlacedFile = ZipFile & { headerAt: number };

const field16 = 0xffff;
const field32 = 0xffffffff;
const utf8Flag = 0x0800;
const deflated = 8;
const firstDosDay = 0x21; // 1980-01-01, so that the same files give the same bytes
const madeOnUnix = 3 << 8;
const readableByAll = 0o100644 * 0x10000;

/**
 * What stands before a file's data in a ZIP archive (PKWARE APPNOTE 6.3). Sizes beyond 4 GiB and
 * archives beyond 65,535 files use ZIP64, everything else the plain form.
 */
export function localHeader(file: ZipFile): Uint8Array {
  const name = new TextEncoder().encode(file.path);
  const isLarge = Math.max(file.nBytes, file.nDeflated) >= field32;
  const record = new ZipRecord(30 + name.length + (isLarge ? 20 : 0));
  record.u32(0x04034b50).u16(isLarge ? 45 : 20);
  writeCommon(record, file, isLarge).u16(name.length);
  record.u16(isLarge ? 20 : 0).raw(name);
  if (isLarge) record.u16(1).u16(16).u64(file.nBytes).u64(file.nDeflated);
  return record.bytes;
}

/** A file's row in the directory at the end of the archive. */
export function directoryEntry(file: PlacedFile): Uint8Array {
  const name = new TextEncoder().encode(file.path);
  const isLarge = Math.max(file.nBytes, file.nDeflated) >= field32;
  const isFar = file.headerAt >= field32;
  const nExtra = isLarge || isFar ? 4 + (isLarge ? 16 : 0) + (isFar ? 8 : 0) : 0;
  const needs = nExtra > 0 ? 45 : 20;
  const record = new ZipRecord(46 + name.length + nExtra);
  record
    .u32(0x02014b50)
    .u16(madeOnUnix + needs)
    .u16(needs);
  writeCommon(record, file, isLarge).u16(name.length).u16(nExtra).u16(0).u16(0).u16(0);
  record
    .u32(readableByAll)
    .u32(isFar ? field32 : file.headerAt)
    .raw(name);
  if (nExtra > 0) record.u16(1).u16(nExtra - 4);
  if (isLarge) record.u64(file.nBytes).u64(file.nDeflated);
  if (isFar) record.u64(file.headerAt);
  return record.bytes;
}

/** What ends an archive of `nFiles` whose directory begins at `at`. */
export function endOfArchive(nFiles: number, nDirectoryBytes: number, at: number): Uint8Array {
  const isLarge = nFiles >= field16 || nDirectoryBytes >= field32 || at >= field32;
  const record = new ZipRecord(22 + (isLarge ? 76 : 0));
  if (isLarge) {
    record
      .u32(0x06064b50)
      .u64(44)
      .u16(madeOnUnix + 45)
      .u16(45)
      .u32(0)
      .u32(0);
    record.u64(nFiles).u64(nFiles).u64(nDirectoryBytes).u64(at);
    record
      .u32(0x07064b50)
      .u32(0)
      .u64(at + nDirectoryBytes)
      .u32(1);
  }
  const n = Math.min(nFiles, field16);
  record.u32(0x06054b50).u16(0).u16(0).u16(n).u16(n);
  record.u32(Math.min(nDirectoryBytes, field32)).u32(Math.min(at, field32)).u16(0);
  return record.bytes;
}

/** Bytes that an archive takes, headers included. */
export function archiveSize(files: readonly ZipFile[]): number {
  let headerAt = 0;
  let nDirectoryBytes = 0;
  for (const file of files) {
    nDirectoryBytes += directoryEntry({ ...file, headerAt }).length;
    headerAt += localHeader(file).length + file.nDeflated;
  }
  const end = endOfArchive(files.length, nDirectoryBytes, headerAt);
  return headerAt + nDirectoryBytes + end.length;
}

function writeCommon(record: ZipRecord, file: ZipFile, isLarge: boolean): ZipRecord {
  record.u16(utf8Flag).u16(deflated).u16(0).u16(firstDosDay).u32(file.crc32);
  return record.u32(isLarge ? field32 : file.nDeflated).u32(isLarge ? field32 : file.nBytes);
}

class ZipRecord {
  readonly bytes: Uint8Array;
  private readonly view: DataView;
  private at = 0;

  constructor(length: number) {
    this.bytes = new Uint8Array(length);
    this.view = new DataView(this.bytes.buffer);
  }

  u16(value: number): this {
    this.view.setUint16(this.at, value, true);
    this.at += 2;
    return this;
  }

  u32(value: number): this {
    this.view.setUint32(this.at, value, true);
    this.at += 4;
    return this;
  }

  u64(value: number): this {
    this.view.setBigUint64(this.at, BigInt(value), true);
    this.at += 8;
    return this;
  }

  raw(bytes: Uint8Array): this {
    this.bytes.set(bytes, this.at);
    this.at += bytes.length;
    return this;
  }
}

import { createHash } from "node:crypto";
import { crc32, deflateRawSync } from "node:zlib";

import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";

import { archiveSize, directoryEntry, endOfArchive, localHeader } from "./zip-records";

const contents = { "README.md": "# Résumé\n", "texts/größe 😀.txt": "a".repeat(5000), empty: "" };

function zipped(): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  const files = Object.entries(contents).map(([path, text]) => {
    const bytes = Buffer.from(text);
    const data = deflateRawSync(bytes);
    return { path, data, crc32: crc32(bytes), nBytes: bytes.length, nDeflated: data.length };
  });
  const size = (list: readonly Uint8Array[]) => list.reduce((sum, one) => sum + one.length, 0);
  for (const file of files) {
    directory.push(directoryEntry({ ...file, headerAt: size(parts) }));
    parts.push(localHeader(file), file.data);
  }
  const end = endOfArchive(files.length, size(directory), size(parts));
  const zip = Buffer.concat([...parts, ...directory, end]);
  expect(archiveSize(files)).toBe(zip.length);
  return zip;
}

describe("a ZIP archive", () => {
  it("is read by others with every name and byte", () => {
    const found = Object.entries(unzipSync(zipped())).map(([path, bytes]) => [
      path,
      Buffer.from(bytes).toString(),
    ]);
    expect(Object.fromEntries(found)).toEqual(contents);
  });

  it("has headers that never change", () => {
    const file = { path: "a.csv", crc32: 0xdeadbeef, nBytes: 1000, nDeflated: 100 };
    const records = [localHeader(file), directoryEntry({ ...file, headerAt: 7 })];
    const bytes = Buffer.concat([...records, endOfArchive(1, 51, 142)]);
    expect(createHash("sha256").update(bytes).digest("hex")).toMatchInlineSnapshot(
      `"e225e30c5a2a0f1d05a628c8e7a259de6c531c8b472bca6f6c7369c2a13c0589"`,
    );
  });

  it("says sizes and places beyond 32 bits in ZIP64 fields", () => {
    const large = { path: "a", crc32: 0, nBytes: 2 ** 33, nDeflated: 2 ** 32 + 1 };
    const local = Buffer.from(localHeader(large));
    expect(local.readUInt32LE(22)).toBe(0xffffffff);
    expect(local.readBigUInt64LE(30 + 1 + 4)).toBe(2n ** 33n);
    const entry = Buffer.from(directoryEntry({ ...large, headerAt: 2 ** 34 }));
    expect(entry.readUInt16LE(30)).toBe(28);
    expect(entry.readBigUInt64LE(46 + 1 + 20)).toBe(2n ** 34n);
    const end = Buffer.from(endOfArchive(100_000, 5_000_000, 2 ** 34));
    expect(end.readBigUInt64LE(32)).toBe(100_000n);
    expect(end.readBigUInt64LE(48)).toBe(2n ** 34n);
    expect(end.readUInt16LE(end.length - 12)).toBe(0xffff);
  });
});

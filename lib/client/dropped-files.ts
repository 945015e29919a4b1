import { Zip, ZipPassThrough } from "fflate";

/** A file with its path inside the folder it came from. */
export type ChosenFile = { path: string; file: File };

export function chosenFiles(files: FileList | null): ChosenFile[] {
  return [...(files ?? [])].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
}

/** What was dropped, folders opened. */
export async function droppedFiles(transfer: DataTransfer): Promise<ChosenFile[]> {
  // The list is only there until the first wait.
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry());
  const files = chosenFiles(transfer.files);
  if (!entries.some((entry) => entry?.isDirectory)) return files;
  const found: ChosenFile[] = [];
  for (const entry of entries) if (entry) found.push(...(await walk(entry)));
  return found;
}

async function walk(entry: FileSystemEntry): Promise<ChosenFile[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => {
      (entry as FileSystemFileEntry).file(resolve, reject);
    });
    return [{ path: entry.fullPath.replace(/^\//, ""), file }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: ChosenFile[] = [];
  // A reader gives some entries at a time, and none when there are no more.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (some.length === 0) return found;
    for (const one of some) found.push(...(await walk(one)));
  }
}

/** One archive of many files. The same files give the same bytes, so that an upload can go on. */
export async function packFiles(files: readonly ChosenFile[]): Promise<Blob> {
  const pieces: BlobPart[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    pieces.push(new Uint8Array(bytes));
  });
  for (const { path, file } of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const entry = new ZipPassThrough(path);
    entry.mtime = new Date(1980, 0, 1);
    zip.add(entry);
    entry.push(new Uint8Array(await file.arrayBuffer()), true);
  }
  zip.end();
  return new Blob(pieces, { type: "application/zip" });
}

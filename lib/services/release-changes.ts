import "server-only";
import { createHash } from "node:crypto";

import { type Change, columnPlaces, type FileChanges } from "../domain/releases/changes";
import { csvRecord, CsvRecordReader } from "../domain/formats/csv-records";

type Places = ReturnType<typeof columnPlaces>;
/** The earlier rows by key, and where this file has the columns that both have. */
type Previous = { header: readonly string[]; digests: Map<string, string>; places: Places };

/**
 * Compares the rows of a CSV file with the same file of the last release, by key. Holds a key and
 * a short hash for each earlier row.
 */
export class FileComparison {
  private previous: Previous | null = null;
  private readonly counts: Record<Change, number> = { added: 0, removed: 0, changed: 0 };
  private nBefore = 0;
  nNow = 0;

  constructor(
    private readonly path: string,
    private readonly header: readonly string[],
    /** Takes each difference as a record of `changes.csv`. */
    private readonly note: (record: string) => void,
  ) {}

  /** Reads the last release's file. */
  async readPrevious(bytes: AsyncIterable<Uint8Array>): Promise<void> {
    const digests = new Map<string, string>();
    let header: string[] = [];
    let places: Places | null = null;
    for await (const cells of records(bytes)) {
      if (places === null) {
        header = cells;
        places = columnPlaces(this.path, header, this.header);
        continue;
      }
      this.nBefore += 1;
      digests.set(...digestOf(cells, places));
    }
    places = columnPlaces(this.path, this.header, header);
    this.previous = { header, digests, places };
  }

  /** Passes the new file's bytes on and compares its rows on the way. */
  async *watch(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    const reader = new RecordDecoder();
    let isHeader = true;
    const take = (rows: readonly string[][]) => {
      for (const cells of rows) {
        if (isHeader) isHeader = false;
        else this.compare(cells);
      }
    };
    for await (const chunk of bytes) {
      take(reader.push(chunk));
      yield chunk;
    }
    take(reader.end());
  }

  /** @returns the counts; whatever earlier row wasn't met is removed */
  finish(): FileChanges {
    for (const key of this.previous?.digests.keys() ?? []) this.report("removed", key);
    const before = this.previous?.header ?? this.header;
    return {
      ...{ path: this.path, nBefore: this.nBefore, nNow: this.nNow, counts: this.counts },
      newColumns: this.header.filter((name) => !before.includes(name)),
      goneColumns: before.filter((name) => !this.header.includes(name)),
    };
  }

  private compare(cells: readonly string[]): void {
    this.nNow += 1;
    if (!this.previous) return;
    const [key, digest] = digestOf(cells, this.previous.places);
    const earlier = this.previous.digests.get(key);
    this.previous.digests.delete(key);
    if (earlier === undefined) this.report("added", key);
    else if (earlier !== digest) this.report("changed", key);
  }

  private report(change: Change, key: string): void {
    this.counts[change] += 1;
    this.note(csvRecord([this.path, change, key]));
  }
}

function digestOf(cells: readonly string[], { key, compared }: Places): [string, string] {
  const text = JSON.stringify(compared.map((at) => cells[at]));
  const digest = createHash("sha256").update(text).digest("base64").slice(0, 16);
  return [key.map((at) => cells[at]).join(" "), digest];
}

class RecordDecoder {
  private readonly decoder = new TextDecoder("utf-8", { fatal: true });
  private readonly reader = new CsvRecordReader();

  push(bytes: Uint8Array): string[][] {
    return this.reader.push(this.decoder.decode(bytes, { stream: true }));
  }

  end(): string[][] {
    return [...this.reader.push(this.decoder.decode()), ...this.reader.end()];
  }
}

async function* records(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string[]> {
  const reader = new RecordDecoder();
  for await (const chunk of bytes) yield* reader.push(chunk);
  yield* reader.end();
}

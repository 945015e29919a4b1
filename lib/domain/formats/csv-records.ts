/**
 * Reads RFC 4180 piece by piece, however the text is cut: commas, doubled quotes, CRLF or LF
 * between records, anything inside quotes. Cost: one pass; holds one record.
 */
export class CsvRecordReader {
  private rest = "";
  private cells: string[] = [];
  private scannedTo = 0;
  private isQuoted = false;

  /** @returns the records that `text` completes */
  push(text: string): string[][] {
    this.rest += text;
    return this.take(false);
  }

  /** What is left when the last record has no line break. @throws {RangeError} inside quotes */
  end(): string[][] {
    const records = this.take(true);
    if (this.isQuoted) throw new RangeError("The CSV ends inside a quoted cell.");
    return records;
  }

  private take(isEnd: boolean): string[][] {
    const records: string[][] = [];
    let from = 0;
    let at = this.scannedTo;
    for (; at < this.rest.length; at++) {
      const unit = this.rest.charCodeAt(at);
      if (unit === quote) {
        this.isQuoted = !this.isQuoted;
      } else if (!this.isQuoted && (unit === comma || unit === lineFeed)) {
        this.cells.push(toCell(this.rest.slice(from, at), unit === lineFeed));
        from = at + 1;
        if (unit === lineFeed) records.push(this.cells.splice(0));
      }
    }
    if (isEnd && !this.isQuoted && (from < this.rest.length || this.cells.length > 0)) {
      records.push([...this.cells.splice(0), toCell(this.rest.slice(from), true)]);
      from = this.rest.length;
    }
    this.rest = this.rest.slice(from);
    this.scannedTo = this.rest.length;
    return records;
  }
}

const [quote, comma, lineFeed] = [0x22, 0x2c, 0x0a];

function toCell(raw: string, endsRecord: boolean): string {
  const text = endsRecord && raw.endsWith("\r") ? raw.slice(0, -1) : raw;
  if (!text.startsWith('"')) return text;
  return text.slice(1, -1).replaceAll('""', '"');
}

/** One record with its line break, quoted where it must be. */
export function csvRecord(cells: readonly (string | number | null)[]): string {
  return `${cells.map(quoted).join(",")}\r\n`;
}

function quoted(cell: string | number | null): string {
  if (typeof cell === "number") return String(cell);
  const text = cell ?? "";
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

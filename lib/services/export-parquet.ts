import { setImmediate as nextTurn } from "node:timers/promises";

import { ByteWriter, ParquetWriter } from "hyparquet-writer";
import type { SchemaElement } from "hyparquet-writer";

import type { FieldKind } from "../domain/formats/export-fields";
import type { TableRow } from "./export-csv";

export type ParquetColumn = { name: string; kind: FieldKind };

/** Enough for columns to compress, few enough to hold and to encode without keeping others waiting. */
const rowsPerGroup = 5000;

/**
 * A table as Parquet, typed by its columns: text as UTF-8, integers of 32 bits, numbers as doubles,
 * days as DATE, times as TIMESTAMP in UTC to the millisecond; missing is null. A row group is sent
 * as soon as it is full. Holds one row group, and about 100 bytes per column and group for the end.
 */
export async function* parquetFile(
  columns: readonly ParquetColumn[],
  batches: AsyncIterable<readonly TableRow[]>,
): AsyncGenerator<Uint8Array> {
  const writer = new ByteWriter();
  const root: SchemaElement = { name: "root", num_children: columns.length };
  const schema = [root, ...columns.map(elementOf)];
  const file = new ParquetWriter({ writer, schema, createdBy: "Slantwise" });
  let rows: TableRow[] = [];
  const writeGroup = async () => {
    const columnData = columns.map(({ name, kind }, at) => ({
      name,
      data: rows.map((row) => toValue(row[at] ?? null, kind)),
    }));
    if (rows.length > 0) await file.write({ columnData, rowGroupSize: rowsPerGroup });
    rows = [];
    await nextTurn();
    return taken(writer);
  };
  for await (const batch of batches) {
    for (const row of batch) {
      rows.push(row);
      if (rows.length === rowsPerGroup) yield await writeGroup();
    }
  }
  yield await writeGroup();
  await file.finish();
  yield taken(writer);
}

/** What was written since the last time; places in the file go on counting. */
function taken(writer: ByteWriter): Uint8Array {
  const bytes = writer.getBytes().slice();
  writer.index = 0;
  return bytes;
}

function elementOf({ name, kind }: ParquetColumn): SchemaElement {
  const optional = { name, repetition_type: "OPTIONAL" } as const;
  switch (kind) {
    case "integer":
      return { ...optional, type: "INT32" };
    case "number":
      return { ...optional, type: "DOUBLE" };
    case "date":
      return { ...optional, type: "INT32", converted_type: "DATE" };
    case "time":
      return { ...optional, type: "INT64", converted_type: "TIMESTAMP_MILLIS" };
    case "text":
    case "note":
    case "id":
      return { ...optional, type: "BYTE_ARRAY", converted_type: "UTF8" };
  }
}

function toValue(cell: string | number | null, kind: FieldKind): string | number | Date | null {
  if (cell === null || cell === "") return null;
  if (kind === "date" || kind === "time") return new Date(cell);
  return kind === "integer" || kind === "number" ? Number(cell) : String(cell);
}

import type { ExportAttribute } from "../db/export-annotations";
import { tableNames, type TableName } from "../domain/formats/export-files";
import { exportTables } from "../domain/formats/export-tables";
import { describeField, type Field } from "../domain/formats/field-description";
import type { Resource } from "../domain/releases/datapackage";

/** The data dictionary of every CSV file, as a Frictionless Data Package descriptor. */
export function describeExports(
  projectId: string,
  attributes: readonly ExportAttribute[],
  hasNotes: boolean,
): string {
  const resources = tableNames.map((table) => ({
    ...describeTable(table, attributes, hasNotes),
    ...{ scheme: "file", format: "csv", mediatype: "text/csv", encoding: "utf-8" },
    dialect: { delimiter: ",", lineTerminator: "\r\n", quoteChar: '"', doubleQuote: true },
  }));
  const name = `slantwise-${projectId}`;
  return `${JSON.stringify({ profile: "data-package", name, resources }, null, 2)}\n`;
}

/** A table with its columns, those of the codebook's attributes among them. */
export function describeTable(
  table: TableName,
  attributes: readonly ExportAttribute[],
  hasNotes: boolean,
): Resource {
  const { fields, rows } = exportTables[table];
  // What an attribute of the codebook is, the codebook says.
  const kindOf = (name: string) => attributes.find(({ id }) => id === name)?.kind;
  const fixed = Object.entries(fields).map(([name, [kind, meaning]]) =>
    describeField(name, (name === "confidence" && kindOf(name)) || kind, meaning, hasNotes),
  );
  return {
    ...{ name: table, path: `${table}.csv`, description: rows },
    schema: { fields: withAttributes(table, fixed, attributes, hasNotes), missingValues: [""] },
  };
}

function withAttributes(
  table: TableName,
  fixed: readonly Field[],
  attributes: readonly ExportAttribute[],
  hasNotes: boolean,
): readonly Field[] {
  const own = ["confidence", "note"];
  const others = attributes.filter(({ id }) => !own.includes(id)).map(({ id }) => id);
  const describe = (id: string) => {
    const known = attributes.find((one) => one.id === id)?.kind;
    const kind = known ?? (id === "note" ? "note" : "text");
    return describeField(`attr_${id}`, kind, `Attribute ${id} of the codebook.`, hasNotes);
  };
  if (table === "gold") return [...fixed, ...[...others, ...own].map(describe)];
  if (table !== "annotations") return fixed;
  const at = fixed.findIndex(({ name }) => name === "confidence");
  return fixed.toSpliced(at, 0, ...others.map(describe));
}

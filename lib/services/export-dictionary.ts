import type { ExportFile } from "../contracts/exports";
import type { ExportAttribute } from "../db/export-annotations";
import {
  annotationFields,
  type FieldKind,
  type FieldTable,
  goldFields,
  softLabelFields,
} from "../domain/formats/export-fields";
import {
  annotatorFields,
  answerFields,
  articleFields,
  assignmentFields,
  disagreementFields,
  linkFields,
} from "../domain/formats/export-list-fields";

const tables: Record<ExportFile, { fields: FieldTable; rows: string }> = {
  "annotations.csv": { fields: annotationFields, rows: "One row per span per annotator." },
  "gold.csv": { fields: goldFields, rows: "One row per decided or unanimous span." },
  "soft_labels.csv": { fields: softLabelFields, rows: "One row per sentence and tag." },
  "articles.csv": { fields: articleFields, rows: "One row per article." },
  "assignments.csv": { fields: assignmentFields, rows: "One row per annotator and article." },
  "annotators.csv": { fields: annotatorFields, rows: "One row per annotator." },
  "answers.csv": { fields: answerFields, rows: "One row per value given to a question." },
  "links.csv": { fields: linkFields, rows: "One row per link between two spans." },
  "disagreements.csv": {
    fields: disagreementFields,
    rows: "One row per place where annotators differ.",
  },
};

const types: Record<FieldKind, { type: string; format?: string }> = {
  text: { type: "string" },
  id: { type: "string" },
  integer: { type: "integer" },
  number: { type: "number" },
  date: { type: "date", format: "%Y-%m-%d" },
  time: { type: "datetime", format: "default" },
};

/** The data dictionary of every CSV file, as a Frictionless Data Package descriptor. */
export function describeExports(projectId: string, attributes: readonly ExportAttribute[]): string {
  const resources = Object.entries(tables).map(([path, { fields, rows }]) => ({
    name: path.replace(".csv", ""),
    path,
    description: rows,
    ...{ scheme: "file", format: "csv", mediatype: "text/csv", encoding: "utf-8" },
    dialect: { delimiter: ",", lineTerminator: "\r\n", quoteChar: '"', doubleQuote: true },
    schema: { fields: describeFields(path, fields, attributes), missingValues: [""] },
  }));
  const name = `slantwise-${projectId}`;
  return `${JSON.stringify({ profile: "data-package", name, resources }, null, 2)}\n`;
}

function describeFields(
  path: string,
  fields: FieldTable,
  attributes: readonly ExportAttribute[],
): object[] {
  const fixed = Object.entries(fields).map(([name, [kind, description]]) => ({
    ...{ name, ...types[kind], description },
  }));
  const own = ["confidence", "note"];
  const others = attributes.filter(({ id }) => !own.includes(id)).map(({ id }) => id);
  const describe = (id: string) => ({
    ...{ name: `attr_${id}`, type: "string", description: `Attribute ${id} of the codebook.` },
  });
  if (path === "gold.csv") return [...fixed, ...[...others, ...own].map(describe)];
  if (path !== "annotations.csv") return fixed;
  const at = fixed.findIndex(({ name }) => name === "confidence");
  return fixed.toSpliced(at, 0, ...others.map(describe));
}

import { agreementFields } from "../releases/agreement-table";
import { annotationFields, type FieldTable, goldFields, softLabelFields } from "./export-fields";
import type { TableName } from "./export-files";
import {
  annotatorFields,
  answerFields,
  articleFields,
  assignmentFields,
  disagreementFields,
  linkFields,
} from "./export-list-fields";

/** The columns of every table, in order, without the codebook's attributes; and what a row is. */
export const exportTables: Record<TableName, { fields: FieldTable; rows: string }> = {
  annotations: { fields: annotationFields, rows: "One row per span per annotator." },
  gold: { fields: goldFields, rows: "One row per decided or unanimous span." },
  soft_labels: { fields: softLabelFields, rows: "One row per sentence and tag." },
  articles: { fields: articleFields, rows: "One row per article." },
  assignments: { fields: assignmentFields, rows: "One row per annotator and article." },
  annotators: { fields: annotatorFields, rows: "One row per annotator." },
  answers: { fields: answerFields, rows: "One row per value given to a question." },
  links: { fields: linkFields, rows: "One row per link between two spans." },
  disagreements: {
    fields: disagreementFields,
    rows: "One row per place where annotators differ.",
  },
  agreement: { fields: agreementFields, rows: "One row per statistic." },
};

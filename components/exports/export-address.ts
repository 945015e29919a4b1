import type { ExportSelection } from "@/lib/contracts/exports";
import {
  exportFilters,
  type ExportName,
  filtersOf,
  hasNotes,
  hasStatus,
  tableNames,
} from "@/lib/domain/formats/export-files";

/** The file that a choice of contents and format names. */
export function fileOf({ contents, format }: ExportSelection): ExportName {
  const table = tableNames.find((name) => name === contents);
  if (table) return `${table}.${format === "spreadsheet" ? "csv" : format}`;
  return contents as ExportName;
}

/** A choice without what doesn't apply to its file, so that nothing is asked for in vain. */
export function fitting(selection: ExportSelection): ExportSelection {
  const file = fileOf(selection);
  const known = filtersOf(file);
  const passedOver = exportFilters.filter((name) => !known.includes(name));
  return {
    ...selection,
    ...Object.fromEntries(passedOver.map((name) => [name, undefined])),
    status: hasStatus(file) ? selection.status : "submitted",
    training: hasStatus(file) ? selection.training : "without",
    notes: selection.notes && hasNotes(file),
    identities: selection.identities && selection.contents === "annotators",
  };
}

/** Where the chosen file is; what is left at its default doesn't stand in the address. */
export function exportPath(projectId: string, selection: ExportSelection): string {
  const query = new URLSearchParams();
  if (selection.format === "spreadsheet") query.set("profile", "spreadsheet");
  if (selection.status !== "submitted") query.set("status", selection.status);
  if (selection.training !== "without") query.set("training", selection.training);
  for (const name of exportFilters) {
    const value = selection[name];
    if (value !== undefined) query.set(name, Array.isArray(value) ? value.join(",") : value);
  }
  if (selection.notes) query.set("notes", "true");
  if (selection.identities) query.set("identities", "true");
  const path = `/api/v1/projects/${projectId}/exports/${fileOf(selection)}`;
  return query.size > 0 ? `${path}?${query.toString()}` : path;
}

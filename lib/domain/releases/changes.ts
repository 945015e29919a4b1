import type { FieldTable } from "../formats/export-fields";

/** The columns that tell the rows of a file apart, whatever else changes about them. */
export const keyColumns: Readonly<Record<string, readonly string[]>> = {
  "annotations.csv": ["annotation_id"],
  "gold.csv": ["gold_id"],
  "soft_labels.csv": ["article_id", "segment", "sentence", "tag"],
  "articles.csv": ["article_id"],
  "assignments.csv": ["assignment_id"],
  "annotators.csv": ["annotator_id"],
  "answers.csv": ["assignment_id", "question_id", "position"],
  "links.csv": ["link_id"],
  "disagreements.csv": ["disagreement_id"],
  "agreement.csv": ["level", "family", "tag", "annotator_a", "annotator_b", "statistic", "group"],
};

/** The columns of `changes.csv`. */
export const changeFields = {
  file: ["id", "CSV file that differs from the last release."],
  change: ["id", "added, removed or changed."],
  key: ["text", "What tells the row apart, parted by spaces."],
} as const satisfies FieldTable;

export type Change = "added" | "removed" | "changed";
export type FileChanges = {
  path: string;
  nBefore: number;
  nNow: number;
  /** Null for a file that follows from others: its rows are counted, not compared. */
  counts: Readonly<Record<Change, number>> | null;
  newColumns: readonly string[];
  goneColumns: readonly string[];
};

/** Where the columns to compare are in a header. Columns that only one side has aren't compared. */
export function columnPlaces(
  path: string,
  header: readonly string[],
  otherHeader: readonly string[],
): { key: number[]; compared: number[] } {
  const key = (keyColumns[path] ?? []).map((name) => header.indexOf(name));
  const shared = header.filter((name) => otherHeader.includes(name)).sort();
  return { key: key.filter((at) => at >= 0), compared: shared.map((name) => header.indexOf(name)) };
}

/** `CHANGES.md`: counts by file; the rows themselves are in `changes.csv`. */
export function changesText(
  number: number,
  previous: { number: number; createdAt: string } | null,
  files: readonly FileChanges[],
): string {
  if (!previous) return `# Changes in release ${number}\n\nThis is the first release.\n`;
  const day = previous.createdAt.slice(0, 10);
  const rows = files.map(({ path, nBefore, nNow, counts }) =>
    tableRow([
      ...[path, nBefore, nNow],
      ...(counts ? [counts.added, counts.removed, counts.changed] : ["", "", ""]),
    ]),
  );
  const columns = files.flatMap(({ path, newColumns, goneColumns }) => [
    ...newColumns.map((name) => `* ${path}: new column \`${name}\``),
    ...goneColumns.map((name) => `* ${path}: column \`${name}\` is gone`),
  ]);
  return [
    `# Changes in release ${number}`,
    "",
    `Compared with release ${previous.number} of ${day}. \`changes.csv\` names every row.`,
    "",
    tableRow(["File", "Rows before", "Rows now", "Added", "Removed", "Changed"]),
    tableRow(["---", "---:", "---:", "---:", "---:", "---:"]),
    ...rows,
    "",
    ...(columns.length > 0 ? ["Columns that only one of the two has aren't compared:", ""] : []),
    ...columns,
  ]
    .join("\n")
    .trimEnd()
    .concat("\n");
}

function tableRow(cells: readonly (string | number)[]): string {
  return `| ${cells.join(" | ")} |`;
}

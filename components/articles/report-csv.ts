import type { ImportResult } from "@/lib/contracts/articles";
import { importNotes } from "@/lib/domain/articles/import-notes";
import { spreadsheetCell } from "@/lib/domain/formats/csv-cells";
import { csvRecord } from "@/lib/domain/formats/csv-records";

type Cells = readonly (string | number | null)[];

/** A report as CSV, in the columns of the reports that the server writes. */
export function reportCsv(report: ImportResult): string {
  const { imported, duplicates, nearDuplicates, encodings, errors } = report;
  const rows: Cells[] = [
    ["result", "file", "line", "column", "title", "message", "article_id", "other_id"],
    ...errors.map(({ file, line, column, message }) => [
      ...["error", file, line, column ?? null, "", message, "", ""],
    ]),
    ...encodings.map(({ file, encoding, isGuessed }) => [
      ...["encoding", file, null, null, ""],
      ...[isGuessed ? `read as ${encoding}, a guess` : `read as ${encoding}`, "", ""],
    ]),
    ...imported.map(({ id, file, line, title, ...stored }) => [
      ...["imported", file, line ?? null, null, title, importNotes(stored)?.message ?? "", id, ""],
    ]),
    ...duplicates.map(({ file, line, articleId }) => [
      ...["duplicate", file, line ?? null, null, "", "the same text is here already"],
      ...["", articleId],
    ]),
    ...nearDuplicates.map(({ file, line, title, articleId, otherId, otherTitle, resemblance }) => [
      ...["near_duplicate", file, line ?? null, null, title],
      ...[`${Math.round(resemblance * 100)} % like “${otherTitle}”`, articleId, otherId],
    ]),
  ];
  return rows
    .map((row) =>
      csvRecord(row.map((cell) => (typeof cell === "string" ? spreadsheetCell(cell) : cell))),
    )
    .join("");
}

import { StatusNote } from "@/components/ui/status-note";
import { Table } from "@/components/ui/table";
import type { ImportResult } from "@/lib/contracts/articles";
import { ImportPreview } from "./import-preview";

function articles(count: number): string {
  return count === 1 ? "1 article" : `${count} articles`;
}

/** File names, with lines where a file holds many articles; the first few of many. */
function duplicatesIn(duplicates: ImportResult["duplicates"]): string {
  const names = duplicates.map(({ file, line }) => (line ? `${file} line ${line}` : file));
  const more = names.length - 20;
  return names.slice(0, 20).join(", ") + (more > 0 ? ` and ${more} more` : "");
}

/** What an import did or would do, and every error with its place and remedy. */
export function ImportReport({ report }: { report: ImportResult }) {
  const { imported, duplicates, errors, dryRun } = report;
  const done = dryRun ? "would be imported" : "imported";
  return (
    <div className="grid gap-4">
      <StatusNote
        tone={errors.length > 0 ? "warning" : "success"}
        title={`${articles(imported.length)} ${done}`}
      >
        {duplicates.length > 0 && <p>Already here and left alone: {duplicatesIn(duplicates)}.</p>}
        {errors.length > 0 && imported.length === 0 && (
          <p>Nothing was stored. Mend the lines below and import again.</p>
        )}
      </StatusNote>
      {dryRun && <ImportPreview imported={imported} />}
      {errors.length > 0 && (
        <Table caption="Errors" head={["File", "Line", "Column", "What to do"]}>
          {errors.map(({ file, line, column, message }) => (
            <tr key={`${file} ${line} ${column} ${message}`}>
              <td>{file}</td>
              <td>{line}</td>
              <td>{column ?? ""}</td>
              <td>{message}</td>
            </tr>
          ))}
        </Table>
      )}
    </div>
  );
}

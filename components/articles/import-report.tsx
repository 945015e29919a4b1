import { StatusNote } from "@/components/ui/status-note";
import { Table } from "@/components/ui/table";
import type { ImportResult } from "@/lib/contracts/articles";

function articles(count: number): string {
  return count === 1 ? "1 article" : `${count} articles`;
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
        {duplicates.length > 0 && (
          <p>Already here and left alone: {duplicates.map(({ file }) => file).join(", ")}.</p>
        )}
        {errors.length > 0 && imported.length === 0 && (
          <p>Nothing was stored. Mend the lines below and import again.</p>
        )}
      </StatusNote>
      {errors.length > 0 && (
        <Table caption="Errors" head={["File", "Line", "Column", "What to do"]}>
          {errors.map(({ file, line, column, message }) => (
            <tr key={`${file} ${line} ${message}`}>
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

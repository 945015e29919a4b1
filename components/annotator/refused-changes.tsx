import { Button } from "@/components/ui/button";
import { StatusNote } from "@/components/ui/status-note";
import { downloadFile } from "@/lib/client/download-file";
import type { RefusedEntry } from "@/lib/client/device-database";

type RefusedChangesProps = {
  refused: readonly RefusedEntry[];
  onDismiss: (ids: readonly string[]) => void;
};

/** Changes that the server would not take: what, why, and a file with all of it. */
export function RefusedChanges({ refused, onDismiss }: RefusedChangesProps) {
  if (refused.length === 0) return null;

  function download() {
    const text = JSON.stringify(refused, null, 2);
    downloadFile("slantwise-refused-changes.json", "application/json", text);
  }

  return (
    <StatusNote tone="danger" title="Some changes could not be saved">
      <ul className="my-2 list-disc pl-5">
        {refused.map(({ id, operation, answer }) => (
          <li key={id}>
            {operation.kind}
            {operation.kind === "add" && ` “${operation.span.quote}”`}:{" "}
            {answer.problem?.detail ?? "it was changed elsewhere first; that version is shown."}
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <Button size="sm" onClick={download}>
          Download them
        </Button>
        <Button size="sm" onClick={() => onDismiss(refused.map(({ id }) => id))}>
          Dismiss
        </Button>
      </div>
    </StatusNote>
  );
}

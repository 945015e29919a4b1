"use client";

import { Button } from "@/components/ui/button";
import { StatusNote } from "@/components/ui/status-note";
import { downloadFile } from "@/lib/client/download-file";
import { listOutbox } from "@/lib/client/outbox";

type WaitingChangesProps = { userId: string; assignmentId: string };

/** The article was taken away while changes were waiting: they stay here and can be carried off. */
export function WaitingChanges({ userId, assignmentId }: WaitingChangesProps) {
  async function download() {
    const waiting = await listOutbox(userId, assignmentId);
    const text = JSON.stringify(waiting, null, 2);
    downloadFile("slantwise-waiting-changes.json", "application/json", text);
  }

  return (
    <div className="mb-6">
      <StatusNote tone="danger" title="Your changes can't be saved here any more">
        <p>
          You were taken off this article or its project. What isn&apos;t saved stays on this
          device; ask an admin, or take it with you.
        </p>
        <Button size="sm" className="mt-2" onClick={() => void download()}>
          Download unsaved changes
        </Button>
      </StatusNote>
    </div>
  );
}

"use client";

import { useRouter } from "next/navigation";

import { Button } from "@/components/ui/button";
import { apiRequest } from "@/lib/client/api-client";
import { useAction } from "@/lib/client/use-action";
import type { AssignmentItem } from "@/lib/contracts/assignments";

export function ReopenButton({ assignment }: { assignment: AssignmentItem }) {
  const router = useRouter();
  const { run, isPending, problem } = useAction();

  const reopen = () =>
    run(async () => {
      const path = `/api/v1/assignments/${assignment.id}/reopen`;
      await apiRequest(path, { method: "POST", body: {} });
      router.refresh();
    });

  return (
    <>
      <Button
        size="sm"
        disabled={isPending}
        aria-label={`Reopen ${assignment.articleTitle} for ${assignment.annotatorName ?? ""}`}
        onClick={() => void reopen()}
      >
        Reopen
      </Button>
      {problem && (
        <p role="alert" className="text-danger">
          {problem.detail}
        </p>
      )}
    </>
  );
}

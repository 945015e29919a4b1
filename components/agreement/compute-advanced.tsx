"use client";

import { useRouter } from "next/navigation";

import { ProblemNote } from "@/components/layout/problem-note";
import { Button } from "@/components/ui/button";
import { apiRequest } from "@/lib/client/api-client";
import { useAction } from "@/lib/client/use-action";

/** Starts the job; the page then shows how it fares. */
export function ComputeAdvanced({ projectId, label }: { projectId: string; label: string }) {
  const router = useRouter();
  const { run, isPending, problem } = useAction();
  const compute = () =>
    run(async () => {
      await apiRequest(`/api/v1/projects/${projectId}/agreement/advanced`, { method: "POST" });
      router.refresh();
    });
  return (
    <div className="grid justify-items-start gap-3">
      <Button disabled={isPending} onClick={() => void compute()}>
        {label}
      </Button>
      {problem && <ProblemNote problem={problem} />}
    </div>
  );
}

"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";

import { ProblemNote } from "@/components/layout/problem-note";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { apiRequest } from "@/lib/client/api-client";
import { useAction } from "@/lib/client/use-action";
import type { Member } from "@/lib/contracts/projects";

export function RemoveMember({ projectId, member }: { projectId: string; member: Member }) {
  const router = useRouter();
  const [isOpen, setIsOpen] = useState(false);
  const { run, isPending, problem } = useAction();

  const remove = () =>
    run(async () => {
      const path = `/api/v1/projects/${projectId}/members/${member.userId}`;
      await apiRequest(path, { method: "DELETE" });
      setIsOpen(false);
      router.refresh();
    });

  return (
    <>
      <Button
        size="sm"
        variant="quiet"
        aria-label={`Remove ${member.name}`}
        onClick={() => setIsOpen(true)}
      >
        Remove
      </Button>
      <Dialog
        open={isOpen}
        onOpenChange={setIsOpen}
        title={`Remove ${member.name}?`}
        description="They lose access at once. Everything they did stays, under their pseudonym, and they can be added again."
        footer={
          <>
            <Button onClick={() => setIsOpen(false)}>Keep them</Button>
            <Button variant="danger" disabled={isPending} onClick={() => void remove()}>
              {isPending ? "Removing…" : "Remove"}
            </Button>
          </>
        }
      >
        {problem && <ProblemNote problem={problem} />}
      </Dialog>
    </>
  );
}

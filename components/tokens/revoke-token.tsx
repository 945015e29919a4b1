"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";

import { ProblemNote } from "@/components/layout/problem-note";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { apiRequest } from "@/lib/client/api-client";
import { useAction } from "@/lib/client/use-action";
import type { ApiTokenItem } from "@/lib/contracts/tokens";

export function RevokeToken({ token }: { token: ApiTokenItem }) {
  const router = useRouter();
  const [isOpen, setIsOpen] = useState(false);
  const { run, isPending, problem } = useAction();

  const revoke = () =>
    run(async () => {
      await apiRequest(`/api/v1/tokens/${token.id}`, { method: "DELETE" });
      setIsOpen(false);
      router.refresh();
    });

  return (
    <>
      <Button
        size="sm"
        variant="quiet"
        aria-label={`Revoke ${token.name}`}
        onClick={() => setIsOpen(true)}
      >
        Revoke
      </Button>
      <Dialog
        open={isOpen}
        onOpenChange={setIsOpen}
        title={`Revoke “${token.name}”?`}
        description="Scripts that use it are refused from their next request on. This can’t be undone."
        footer={
          <>
            <Button onClick={() => setIsOpen(false)}>Keep it</Button>
            <Button variant="danger" disabled={isPending} onClick={() => void revoke()}>
              {isPending ? "Revoking…" : "Revoke"}
            </Button>
          </>
        }
      >
        {problem && <ProblemNote problem={problem} />}
      </Dialog>
    </>
  );
}

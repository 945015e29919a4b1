"use client";

import { useRouter } from "next/navigation";
import { useRef } from "react";
import { v7 as uuidv7 } from "uuid";

import { apiRequest } from "@/lib/client/api-client";
import { useAction } from "@/lib/client/use-action";
import type { DecisionBody, DisagreementDetail } from "@/lib/contracts/review";

export type Choice = Omit<DecisionBody, "id" | "baseRevision">;

/**
 * Sends a decision and goes on to the next open disagreement, or to the inbox after the last.
 * The same choice sent again keeps its id: had the first answer been lost on the way, the server
 * recognises it instead of taking it for somebody else's.
 */
export function useDecision({ id, projectId, revision }: DisagreementDetail) {
  const router = useRouter();
  const { run, isPending, problem } = useAction();
  const attempt = useRef({ choice: "", decisionId: "" });

  function decide(choice: Choice) {
    if (isPending) return;
    const asText = JSON.stringify(choice);
    if (attempt.current.choice !== asText) {
      attempt.current = { choice: asText, decisionId: uuidv7() };
    }
    const body: DecisionBody = {
      id: attempt.current.decisionId,
      baseRevision: revision,
      ...choice,
    };
    void run(async () => {
      const path = `/api/v1/disagreements/${id}/decision`;
      const { nextOpenId } = await apiRequest<DisagreementDetail>(path, { method: "POST", body });
      const inbox = `/projects/${projectId}/review`;
      router.push(nextOpenId && nextOpenId !== id ? `${inbox}/${nextOpenId}` : inbox);
      router.refresh();
    });
  }

  return { decide, isPending, problem, reload: () => router.refresh() };
}

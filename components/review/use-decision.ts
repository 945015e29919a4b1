"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { v7 as uuidv7 } from "uuid";

import { apiRequest } from "@/lib/client/api-client";
import { rememberDecision } from "@/lib/client/last-decision";
import { useAction } from "@/lib/client/use-action";
import type { DecisionBody, DisagreementDetail, InboxView } from "@/lib/contracts/review";

import { viewQuery, viewSuffix } from "./view-address";

export type Choice = Omit<DecisionBody, "id" | "baseRevision">;

/**
 * Sends a decision and goes on to the next disagreement that waits in the view, or to the inbox after
 * the last; with `stays`, to the same one as it is then.
 * The same choice sent again keeps its id: had the first answer been lost on the way, the server
 * recognises it instead of taking it for somebody else's.
 */
export function useDecision(
  { id, projectId, revision }: DisagreementDetail,
  view: InboxView,
  stays: boolean,
) {
  const router = useRouter();
  const { run, isPending, problem } = useAction();
  const [mine, setMine] = useState<Choice | null>(null);
  const attempt = useRef({ choice: "", decisionId: "" });

  function decide(choice: Choice) {
    if (isPending) return;
    setMine(choice);
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
      const query = new URLSearchParams(viewQuery(view)).toString();
      const path = `/api/v1/disagreements/${id}/decision${query && `?${query}`}`;
      const { nextOpenId } = await apiRequest<DisagreementDetail>(path, { method: "POST", body });
      const { outcome } = choice;
      rememberDecision({ projectId, disagreementId: id, decisionId: body.id, outcome });
      const inbox = `/projects/${projectId}/review`;
      const next = nextOpenId && nextOpenId !== id ? `${inbox}/${nextOpenId}` : inbox;
      if (!stays) router.push(`${next}${viewSuffix(view)}`);
      router.refresh();
    });
  }

  return { decide, mine, isPending, problem, reload: () => router.refresh() };
}
export type Decision = ReturnType<typeof useDecision>;

"use client";

import { useRouter } from "next/navigation";
import { useSyncExternalStore } from "react";
import { v7 as uuidv7 } from "uuid";

import { ApiProblem, apiRequest } from "@/lib/client/api-client";
import {
  type LastDecision,
  onLastDecision,
  readLastDecision,
  rememberDecision,
} from "@/lib/client/last-decision";
import { useAction } from "@/lib/client/use-action";
import type { DisagreementDetail, UndoBody } from "@/lib/contracts/review";

/**
 * Takes back the reader's decision on this page, else the one that this tab made last, and goes to
 * its disagreement.
 */
export function useUndo(projectId: string, own: LastDecision | null) {
  const router = useRouter();
  const { run, isPending, problem } = useAction();
  const stored = useSyncExternalStore(onLastDecision, readLastDecision, () => null);
  const last = stored === null ? null : (JSON.parse(stored) as LastDecision);
  const target = own ?? (last?.projectId === projectId ? last : null);

  function undo() {
    if (!target || isPending) return;
    const { disagreementId, decisionId } = target;
    void run(async () => {
      const body: UndoBody = { id: uuidv7(), decisionId };
      let undone: DisagreementDetail;
      try {
        const path = `/api/v1/disagreements/${disagreementId}/undo`;
        undone = await apiRequest<DisagreementDetail>(path, { method: "POST", body });
      } catch (error) {
        // It is no longer the last one: there is nothing left to take back from here.
        if (error instanceof ApiProblem && error.code === "conflict") rememberDecision(null);
        throw error;
      }
      rememberDecision(null);
      // What a reviewer alone had seen is nothing to decide any more.
      const isGone = undone.kind === "missed" && undone.status !== "decided";
      const place = isGone ? `articles/${undone.articleId}/gold` : `review/${disagreementId}`;
      router.push(`/projects/${projectId}/${place}`);
      router.refresh();
    });
  }

  return { target, undo, isPending, problem };
}

"use client";

import { useRef, useState } from "react";
import { v7 as uuidv7 } from "uuid";

import { ApiProblem, apiRequest } from "@/lib/client/api-client";
import type {
  DecisionBody,
  DisagreementDetail,
  GoldInput,
  SimilarItem,
} from "@/lib/contracts/review";
import type { Carried } from "@/lib/domain/review/carry-ruling";

/** What came of one case: decided, or not, as `winner` was first or for the `problem` that there was. */
export type Applied =
  { isDone: true } | { isDone: false; winner: string | null; problem: ApiProblem };
type Ruling = DisagreementDetail["decisions"][number];
type Case = { item: SimilarItem; choice: Carried };

/**
 * Makes one decision for each case, one after the other; a case that somebody else was first on, or
 * that fails, says so and keeps nobody from the next.
 */
export function useApplyRuling({ id: sourceId }: DisagreementDetail) {
  const [results, setResults] = useState<ReadonlyMap<string, Applied>>(new Map());
  const [isPending, setIsPending] = useState(false);
  // A case that is sent again after a lost answer keeps its decision's id.
  const decisionIds = useRef(new Map<string, string>());

  async function apply(ruling: Ruling, cases: readonly Case[]): Promise<void> {
    setIsPending(true);
    for (const { item, choice } of cases) {
      const decisionId = decisionIds.current.get(item.id) ?? uuidv7();
      decisionIds.current.set(item.id, decisionId);
      const body: DecisionBody = {
        id: decisionId,
        outcome: choice.outcome as DecisionBody["outcome"],
        baseRevision: item.revision,
        comment: commentOn(sourceId, ruling.comment),
        ...(ruling.ruleCited ? { ruleCited: ruling.ruleCited } : {}),
        ...(choice.spans ? { spans: choice.spans.map(toInput) } : {}),
      };
      const result = await send(item.id, body);
      setResults((before) => new Map(before).set(item.id, result));
    }
    setIsPending(false);
  }

  return { apply, results, isPending };
}

function toInput({
  segment,
  start,
  end,
  quote,
  tagId,
  attributes,
}: NonNullable<Carried["spans"]>[number]): GoldInput {
  return { segment, start, end, quote, tagId, attributes: { ...attributes } };
}

const longestComment = 4000;

function commentOn(sourceId: string, comment: string | null): string {
  return `as in ${sourceId}${comment ? `: ${comment}` : ""}`.slice(0, longestComment);
}

async function send(disagreementId: string, body: DecisionBody): Promise<Applied> {
  try {
    const path = `/api/v1/disagreements/${disagreementId}/decision`;
    await apiRequest<DisagreementDetail>(path, { method: "POST", body });
    return { isDone: true };
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    const current = error.current as DisagreementDetail | undefined;
    // It waited when it was listed, so a decision that stands now is somebody else's.
    const isTaken = error.code === "conflict" && current?.status === "decided";
    const winner = isTaken ? (current?.decisions.at(-1)?.decidedBy ?? null) : null;
    return { isDone: false, winner, problem: error };
  }
}

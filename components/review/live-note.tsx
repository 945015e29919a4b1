"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";

import { Button } from "@/components/ui/button";
import { StatusNote } from "@/components/ui/status-note";
import { apiRequest } from "@/lib/client/api-client";
import type { DisagreementDetail } from "@/lib/contracts/review";
import { readable } from "../codebook/tag-style";
import { useLookers } from "./use-lookers";
import { useReviewEvents } from "./use-review-events";
import { useSayLooking } from "./use-say-looking";
import { outcomeWords } from "./words";

type LiveNoteProps = { disagreement: DisagreementDetail; viewer: string };

/** Who else has this open, and what somebody made of it while it is on the screen. */
export function LiveNote({ disagreement, viewer }: LiveNoteProps) {
  const { id, projectId, revision } = disagreement;
  const router = useRouter();
  const [now, setNow] = useState<DisagreementDetail | null>(null);
  const lookers = useLookers(projectId, viewer).get(id) ?? [];
  useSayLooking(id);

  useReviewEvents(projectId, (event) => {
    const mayConcern =
      event.type === "resync" ||
      (event.type === "submitted" && event.articleId === disagreement.articleId) ||
      (event.type === "decided" && event.disagreementId === id);
    if (!mayConcern) return;
    apiRequest<DisagreementDetail>(`/api/v1/disagreements/${id}`).then(setNow, () => undefined);
  });

  const isNewer = now !== null && now.revision > revision;
  const known = new Set(disagreement.decisions.map((decision) => decision.id));
  const theirs = isNewer
    ? now.decisions.filter((decision) => !known.has(decision.id)).at(-1)
    : null;
  const by = theirs?.decidedBy === viewer ? "You" : theirs?.decidedBy;
  return (
    <div aria-live="polite" className="grid gap-4">
      {lookers.length > 0 && (
        <p className="text-sm text-muted">Being looked at by {lookers.join(", ")}</p>
      )}
      {isNewer && (
        <div className="mb-4">
          <StatusNote
            tone="warning"
            title={
              theirs
                ? `${by} ${theirs.outcome === "undone" ? "took a decision back" : "decided this"} a moment ago`
                : "The spans changed a moment ago"
            }
          >
            {theirs && (
              <p className="mt-1">
                Now: {outcomeWords[theirs.outcome] ?? theirs.outcome}
                {theirs.spans.map(({ quote, tagId }) => ` · ${readable(tagId)} “${quote}”`)}
                {theirs.ruleCited && ` · citing ${theirs.ruleCited}`}
                {theirs.comment && ` · ${theirs.comment}`}
              </p>
            )}
            <p className="mt-1">Before: {standing(disagreement)}</p>
            <Button size="sm" className="mt-2" onClick={() => router.refresh()}>
              Show it as it is now
            </Button>
          </StatusNote>
        </div>
      )}
    </div>
  );
}

function standing({ status, decisions }: DisagreementDetail): string {
  const last = decisions.at(-1);
  if (status === "open" || !last) return "nobody had decided; what you see below is that";
  return `${outcomeWords[last.outcome] ?? last.outcome} by ${last.decidedBy}, as below`;
}

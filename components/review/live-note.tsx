"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";

import { Button } from "@/components/ui/button";
import { StatusNote } from "@/components/ui/status-note";
import { apiRequest } from "@/lib/client/api-client";
import type { DisagreementDetail } from "@/lib/contracts/review";
import { BeingDecided } from "./being-decided";
import { useDecisionWords } from "./use-decision-words";
import { useLookers } from "./use-lookers";
import { useReviewEvents } from "./use-review-events";
import { useOutcome } from "./use-outcome";
import { useSayLooking } from "./use-say-looking";

type LiveNoteProps = { disagreement: DisagreementDetail; viewer: string };

/** Who else has this open, and what somebody made of it while it is on the screen. */
export function LiveNote({ disagreement, viewer }: LiveNoteProps) {
  const t = useTranslations("review.case");
  const words = useDecisionWords();
  const outcomeOf = useOutcome();
  const { id, projectId, revision, status, decisions } = disagreement;
  const router = useRouter();
  const [now, setNow] = useState<DisagreementDetail | null>(null);
  const lookers = useLookers(projectId, viewer).get(id) ?? [];
  useSayLooking(id);

  useReviewEvents(projectId, (event) => {
    const mayConcern =
      event.type === "resync" ||
      (event.type === "submitted" && event.articleId === disagreement.articleId) ||
      ((event.type === "decided" || event.type === "appealed") && event.disagreementId === id);
    if (!mayConcern) return;
    apiRequest<DisagreementDetail>(`/api/v1/disagreements/${id}`).then(setNow, () => undefined);
  });

  function titleOf(current: DisagreementDetail): string {
    const last = newest(current);
    if (!last) return t(current.isAppealed ? "change.appealed" : "change.spans");
    const who = last.decidedBy === viewer ? "you" : last.decidedBy;
    return t(last.outcome === "undone" ? "change.undone" : "change.decided", { who });
  }

  function newest(current: DisagreementDetail) {
    const known = new Set(decisions.map((decision) => decision.id));
    return current.decisions.filter((decision) => !known.has(decision.id)).at(-1);
  }

  const last = decisions.at(-1);
  const before =
    status === "open" || !last
      ? t("change.nobody")
      : t("change.standing", { outcome: outcomeOf(last.outcome), who: last.decidedBy });
  const isNewer = now !== null && now.revision > revision;
  const theirs = isNewer ? newest(now) : undefined;
  return (
    <div aria-live="polite" className="grid gap-4">
      {lookers.length > 0 && (
        <p className="mb-4">
          <BeingDecided names={lookers} />
        </p>
      )}
      {isNewer && (
        <div className="mb-4">
          <StatusNote tone="warning" title={titleOf(now)}>
            {theirs && <p className="mt-1">{t("change.now", { what: words(theirs) })}</p>}
            <p className="mt-1">{t("change.before", { what: before })}</p>
            <Button size="sm" className="mt-2" onClick={() => router.refresh()}>
              {t("change.show")}
            </Button>
          </StatusNote>
        </div>
      )}
    </div>
  );
}

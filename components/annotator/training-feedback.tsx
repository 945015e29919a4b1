"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";

import { StatusNote } from "@/components/ui/status-note";
import { apiRequest } from "@/lib/client/api-client";
import type { Feedback } from "@/lib/contracts/feedback";
import { Link } from "../ui/link";

/** Spans of gold, each once however many parts it was marked in; and those marked as they are. */
function countGold({ findings }: Feedback): { found: number; total: number } {
  const idsOf = (all: Feedback["findings"]) =>
    new Set(all.flatMap(({ gold }) => (gold && gold.outcome !== "reject" ? [gold.id] : [])));
  const found = idsOf(findings.filter(({ kind }) => kind === "found"));
  return { found: found.size, total: idsOf(findings).size };
}

/** In a project that trains: how the layer that was handed in compares with gold. */
export function TrainingFeedback({ assignmentId }: { assignmentId: string }) {
  const t = useTranslations("annotator.training");
  const [feedback, setFeedback] = useState<Feedback | "none" | null>(null);

  useEffect(() => {
    apiRequest<Feedback>(`/api/v1/assignments/${assignmentId}/feedback`).then(setFeedback, () =>
      // Nothing is decided yet, or it can't be asked now: the feedback page has it later.
      setFeedback("none"),
    );
  }, [assignmentId]);

  if (!feedback) return null;
  if (feedback === "none") return <p className="mt-2">{t("none")}</p>;
  const { boundary_differs, other_tag, missed, extra } = feedback.counts;
  const { found, total } = countGold(feedback);
  return (
    <div className="mt-3">
      <StatusNote tone="info" title={t("title", { found, total })}>
        <p>{t("counts", { boundary: boundary_differs, tag: other_tag, missed, extra })}</p>
        <Link href={`/feedback/${assignmentId}`} className="text-accent underline">
          {t("byRule")}
        </Link>
      </StatusNote>
    </div>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";

import { StatusNote } from "@/components/ui/status-note";
import { apiRequest } from "@/lib/client/api-client";
import type { Feedback } from "@/lib/contracts/feedback";
import { Link } from "../ui/link";

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
  const { found, boundary_differs, other_tag, missed, extra } = feedback.counts;
  return (
    <div className="mt-3">
      <StatusNote
        tone="info"
        title={t("title", { found, total: found + boundary_differs + other_tag + missed })}
      >
        <p>{t("counts", { boundary: boundary_differs, tag: other_tag, missed, extra })}</p>
        <Link href={`/feedback/${assignmentId}`} className="text-accent underline">
          {t("byRule")}
        </Link>
      </StatusNote>
    </div>
  );
}

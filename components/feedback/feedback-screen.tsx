"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";

import { PageHeading } from "@/components/ui/page-heading";
import { StatusNote } from "@/components/ui/status-note";
import type { Feedback, FeedbackFinding } from "@/lib/contracts/feedback";
import { gapRule } from "@/lib/domain/review/gap-rule";
import { Link } from "../ui/link";
import { FindingRow } from "./finding-row";
import { WaitingList } from "./waiting-list";

/** Whether gold is what the annotator marked, to the attributes. */
function stands({ kind, differingAttributes }: FeedbackFinding): boolean {
  return kind === "found" && differingAttributes.length === 0;
}

/** What became of one layer: what gold changed, by the rule that was cited, and what stands. */
export function FeedbackScreen({ feedback: first }: { feedback: Feedback }) {
  const t = useTranslations("feedback");
  const [feedback, setFeedback] = useState(first);
  const [isSent, setIsSent] = useState(false);
  const { assignmentId, findings, waiting, rules } = feedback;
  const standing = findings.filter(stands);
  const changed = findings.filter((one) => !stands(one));
  const total = findings.filter(({ mark }) => mark !== null).length;
  const cited = new Set(changed.map(({ decision }) => decision?.ruleCited ?? null));

  function take(answer: Feedback) {
    setFeedback(answer);
    setIsSent(true);
  }

  function titleOf(rule: string | null): string {
    if (rule === null) return t("groups.none");
    if (rule === gapRule) return t("groups.gap");
    return t("groups.rule", { rule, title: rules.find(({ id }) => id === rule)?.title ?? "" });
  }

  return (
    <>
      <p className="mb-2 flex flex-wrap gap-x-5 text-sm text-accent underline underline-offset-4">
        <Link href="/feedback">{t("back")}</Link>
        <Link href={`/annotate/${assignmentId}`}>{t("layer")}</Link>
      </p>
      <PageHeading title={t("title")}>
        <bdi>{feedback.articleTitle}</bdi>. {t("compared", { found: standing.length, total })}
      </PageHeading>
      {isSent && (
        <div className="mb-4">
          <StatusNote tone="success" title={t("sent")} />
        </div>
      )}
      <div className="grid gap-8">
        {[...cited].sort(byRule).map((rule) => (
          <section key={rule ?? ""} aria-label={titleOf(rule)}>
            <h2 className="text-lg font-semibold">{titleOf(rule)}</h2>
            <p className="mt-1 max-w-prose text-sm text-muted">
              {rules.find(({ id }) => id === rule)?.text}
            </p>
            <ul className="mt-3 grid gap-3">
              {changed
                .filter(({ decision }) => (decision?.ruleCited ?? null) === rule)
                .map((finding) => (
                  <FindingRow
                    key={`${finding.mark?.id} ${finding.gold?.id}`}
                    assignmentId={assignmentId}
                    finding={finding}
                    onAppealed={take}
                  />
                ))}
            </ul>
          </section>
        ))}
        <WaitingList waiting={waiting} />
        {standing.length > 0 && (
          <details>
            <summary className="text-lg font-semibold">
              {t("standing")} <span className="font-normal text-muted">({standing.length})</span>
            </summary>
            <ul className="mt-3 grid gap-3">
              {standing.map((finding) => (
                <FindingRow
                  key={finding.mark?.id}
                  assignmentId={assignmentId}
                  finding={finding}
                  onAppealed={take}
                />
              ))}
            </ul>
          </details>
        )}
      </div>
    </>
  );
}

/** As rules are numbered; what cites none comes last. */
function byRule(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a.localeCompare(b, "en", { numeric: true });
}

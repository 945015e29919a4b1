"use client";

import { useTranslations } from "next-intl";

import { ProblemNote } from "@/components/layout/problem-note";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { StatusNote } from "@/components/ui/status-note";
import type { ApiProblem } from "@/lib/client/api-client";
import type { PublishResult } from "@/lib/contracts/codebook";
import { ChangeList } from "../change-list";
import { TouchedCounts } from "../touched-counts";

type PublishPanelProps = {
  projectId: string;
  nextNumber: number;
  /** What publishing would do, or has done, as the server last said. */
  result: PublishResult | null;
  problem: ApiProblem | null;
  isPending: boolean;
  onSend: (options: { dryRun: boolean }) => void;
};

/** Look first, then publish: what would change, and the spans of old work that it touches. */
export function PublishPanel(props: PublishPanelProps) {
  const { projectId, nextNumber, result, problem, isPending, onSend } = props;
  const t = useTranslations("codebook.editor");
  const isPublished = result !== null && result.id !== null;
  return (
    <section
      aria-label={t("publishing")}
      className="grid gap-4 rounded-xl border border-line-strong bg-surface p-4"
    >
      <ProblemNote problem={problem} />
      {isPublished && (
        <StatusNote tone="success" title={t("published", { number: result.number })}>
          <Link
            href={`/projects/${projectId}/codebook/history?from=${Math.max(1, result.number - 1)}&to=${result.number}`}
            className="underline"
          >
            {t("toHistory")}
          </Link>
        </StatusNote>
      )}
      {result && (
        <>
          <h2 className="text-lg font-semibold">
            {isPublished ? t("changed") : t("wouldChange", { number: nextNumber })}
          </h2>
          <ChangeList changes={result.changes} />
          <TouchedCounts projectId={projectId} touched={result.touched} />
        </>
      )}
      <div className="flex flex-wrap gap-2">
        <Button disabled={isPending} onClick={() => onSend({ dryRun: true })}>
          {t("check")}
        </Button>
        <Button variant="primary" disabled={isPending} onClick={() => onSend({ dryRun: false })}>
          {isPending ? t("sending") : t("publish", { number: nextNumber })}
        </Button>
      </div>
      <p className="text-sm text-muted">{t("stamp", { number: nextNumber })}</p>
    </section>
  );
}

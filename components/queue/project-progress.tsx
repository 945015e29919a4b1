import { useFormatter, useTranslations } from "next-intl";

import type { ProjectProgress } from "@/lib/contracts/assignments";
import { roughDuration } from "@/lib/domain/assignments/estimate-remaining";

/** How much of one project is handed in, what is left, and about how long it takes. */
export function ProjectProgressBar({ progress }: { progress: ProjectProgress }) {
  const t = useTranslations("queue.progress");
  const format = useFormatter();
  const { projectName, nAssignments, byStatus, nRemainingCharacters } = progress;
  const isDone = byStatus.submitted === nAssignments;
  return (
    <li className="rounded-lg border border-line bg-surface px-4 py-3 text-sm">
      <label className="grid gap-1.5">
        <span className="flex flex-wrap items-baseline justify-between gap-x-4">
          <span className="font-medium wrap-anywhere">{projectName}</span>
          <span className="tabular-nums">
            {t("done", { submitted: byStatus.submitted, all: nAssignments })} (
            {format.number(Math.floor((byStatus.submitted / nAssignments) * 100) / 100, {
              style: "percent",
            })}
            )
          </span>
        </span>
        <progress
          className="h-2.5 w-full appearance-none overflow-hidden rounded-full bg-sunken [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-accent"
          value={byStatus.submitted}
          max={nAssignments}
        />
      </label>
      <p className="mt-1.5 text-muted tabular-nums">
        {isDone ? (
          t("allDone")
        ) : (
          <>
            {t("remaining", { count: nRemainingCharacters })} · <Estimate progress={progress} />
          </>
        )}
      </p>
    </li>
  );
}

function Estimate({ progress: { remaining } }: { progress: ProjectProgress }) {
  const t = useTranslations("queue.progress");
  if (remaining.seconds === null) return t("tooFewMeasured");
  const { unit, count } = roughDuration(remaining.seconds);
  return t(unit, { count });
}

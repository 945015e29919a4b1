import { useTranslations } from "next-intl";

import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import type { Progress } from "@/lib/contracts/assignments";
import { NextInQueue } from "./next-in-queue";
import { ProjectProgressBar } from "./project-progress";
import { type QueueGroup, QueueGroups } from "./queue-groups";

type QueueProps = {
  progress: Progress;
  groups: readonly QueueGroup[];
  viewerId: string;
  /** Whether only one status is shown, or a later page of it. */
  isNarrowed: boolean;
};

/** An annotator's articles: how far they are, what comes next, and all of them. */
export function Queue({ progress, groups, viewerId, isNarrowed }: QueueProps) {
  const t = useTranslations("queue");
  return (
    <>
      <PageHeading title={t("title")}>{t("intro")}</PageHeading>
      {progress.items.length === 0 && (
        <EmptyState title={t("noneYet")}>{t("noneYetHint")}</EmptyState>
      )}
      {progress.next && !isNarrowed && <NextInQueue item={progress.next} />}
      {progress.items.length > 0 && !isNarrowed && (
        <section aria-labelledby="queue-progress" className="mb-8">
          <h2 id="queue-progress" className="mb-3 text-lg font-semibold">
            {t("progress.title")}
          </h2>
          <ul className="grid grid-cols-1 gap-3 md:grid-cols-2">
            {progress.items.map((one) => (
              <ProjectProgressBar key={one.projectId} progress={one} />
            ))}
          </ul>
        </section>
      )}
      <QueueGroups groups={groups} viewerId={viewerId} isNarrowed={isNarrowed} />
    </>
  );
}

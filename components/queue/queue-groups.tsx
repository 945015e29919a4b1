"use client";

import { useFormatter, useTranslations } from "next-intl";

import { buttonClasses } from "@/components/ui/button";
import { useKeptChanges } from "@/lib/client/use-kept-changes";
import type { AssignmentItem } from "@/lib/contracts/assignments";
import { Link } from "../ui/link";
import { WaitingChanges } from "../annotator/waiting-changes";
import { QueueRow } from "./queue-row";

export type QueueGroup = {
  status: AssignmentItem["status"];
  items: readonly AssignmentItem[];
  nextCursor: string | null;
  /** Of this status in all, on every page. */
  count: number;
};

type QueueGroupsProps = { groups: readonly QueueGroup[]; viewerId: string; isNarrowed: boolean };

/** Articles by how they stand: what waits first, what is done last. */
export function QueueGroups({ groups, viewerId, isNarrowed }: QueueGroupsProps) {
  const t = useTranslations("queue");
  const format = useFormatter();
  const kept = useKeptChanges(viewerId);
  return (
    <div className="grid grid-cols-1 gap-8">
      {kept.closedIds.map((id) => (
        <WaitingChanges key={id} userId={viewerId} assignmentId={id} />
      ))}
      {groups
        .filter(({ items }) => items.length > 0)
        .map(({ status, items, nextCursor, count }) => (
          <section key={status} aria-labelledby={`queue-${status}`}>
            <h2 id={`queue-${status}`} className="mb-3 text-lg font-semibold">
              {t(`groups.${status}`)}{" "}
              <span className="font-normal text-muted tabular-nums">{format.number(count)}</span>
            </h2>
            <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
              {items.map((item) => (
                <QueueRow key={item.id} item={item} kept={kept.byAssignment.get(item.id)} />
              ))}
            </ul>
            {nextCursor && (
              <Link
                href={`/annotate?status=${status}&cursor=${nextCursor}`}
                aria-label={`${t("more")}: ${t(`groups.${status}`)}`}
                className={`mt-3 ${buttonClasses()}`}
              >
                {t("more")}
              </Link>
            )}
          </section>
        ))}
      {isNarrowed && (
        <Link href="/annotate" className="text-sm text-accent underline underline-offset-4">
          {t("all")}
        </Link>
      )}
    </div>
  );
}

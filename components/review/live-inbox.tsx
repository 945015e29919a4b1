"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";

import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { StatusNote } from "@/components/ui/status-note";
import { apiRequest } from "@/lib/client/api-client";
import type { DisagreementItem, InboxView, ReviewSummary } from "@/lib/contracts/review";
import { InboxCounts } from "./inbox-counts";
import { InboxKeys } from "./inbox-keys";
import { UnreadMentions } from "./unread-mentions";
import { type Heard, InboxRow } from "./inbox-row";
import { UndoBar } from "./undo-bar";
import { useLookers } from "./use-lookers";
import { useReviewEvents } from "./use-review-events";

type LiveInboxProps = {
  projectId: string;
  items: readonly DisagreementItem[];
  view: InboxView;
  summary: ReviewSummary;
};

type Counts = ReviewSummary["counts"];

/** Events come in bursts, as when a ruling is applied to many. */
const gatherMs = 250;

/**
 * The rows with what others do to them as it happens. A row that somebody decides stays where it is
 * and says so: rows that vanish would move others under the reader's pointer.
 */
export function LiveInbox({ projectId, items, view, summary }: LiveInboxProps) {
  const t = useTranslations("review.inbox");
  const router = useRouter();
  const [heard, setHeard] = useState<ReadonlyMap<string, Heard>>(new Map());
  const [hasNew, setHasNew] = useState(false);
  const [{ counts, nUnreadMentions }, setSummary] = useState(summary);
  const [shown, setShown] = useState(items);
  if (shown !== items) {
    // The page was made again and knows what was heard.
    setShown(items);
    setHeard(new Map());
    setSummary(summary);
  }
  const lookers = useLookers(projectId, summary.viewer);
  const recount = useRecount(projectId, (fresh, isRefreshing) => {
    if (isRefreshing && !isSame(fresh.counts, counts)) router.refresh();
    setSummary(fresh);
  });

  useReviewEvents(projectId, (event) => {
    switch (event.type) {
      case "decided":
      case "appealed": {
        const who = event.by === summary.viewer ? "you" : event.by;
        const status = event.type === "decided" ? event.status : "stale";
        setHeard((before) => new Map(before).set(event.disagreementId, { who, status }));
        recount();
        return;
      }
      case "submitted":
        setHasNew(true);
        recount();
        return;
      case "resync":
        recount({ isRefreshing: true });
        return;
      case "commented":
        recount();
        return;
      case "looking":
      case "opened":
    }
  });

  return (
    <>
      <UndoBar projectId={projectId} own={null} />
      <InboxCounts counts={counts} />
      <UnreadMentions count={nUnreadMentions} />
      {hasNew && (
        <div className="mb-4">
          <StatusNote tone="info" title={t("new")}>
            <Button
              size="sm"
              className="mt-2"
              onClick={() => {
                setHasNew(false);
                router.refresh();
              }}
            >
              {t("showNew")}
            </Button>
          </StatusNote>
        </div>
      )}
      {items.length === 0 ? (
        <EmptyState title={t("empty")}>{t("emptyNote")}</EmptyState>
      ) : (
        <InboxKeys>
          <p className="mb-2 text-sm text-muted">{t("key")}</p>
          <ul
            aria-label={t("list")}
            className="divide-y divide-line rounded-lg border border-line bg-surface"
          >
            {items.map((item) => (
              <InboxRow
                key={item.id}
                projectId={projectId}
                item={item}
                view={view}
                heard={heard.get(item.id)}
                lookers={lookers.get(item.id) ?? []}
              />
            ))}
          </ul>
        </InboxKeys>
      )}
    </>
  );
}

/** Asks for the counts once things are quiet for a moment. */
function useRecount(
  projectId: string,
  onCounts: (summary: ReviewSummary, isRefreshing: boolean) => void,
) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(onCounts);
  useEffect(() => {
    latest.current = onCounts;
  });
  useEffect(() => () => clearTimeout(timer.current), []);

  return ({ isRefreshing = false } = {}) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      apiRequest<ReviewSummary>(`/api/v1/projects/${projectId}/review`).then(
        (fresh) => latest.current(fresh, isRefreshing),
        // The next event asks again.
        () => undefined,
      );
    }, gatherMs);
  };
}

/** The server gives counts in one order. */
function isSame(a: Counts, b: Counts): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

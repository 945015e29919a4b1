import { useTranslations } from "next-intl";

import { buttonClasses } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";
import { StatusNote } from "@/components/ui/status-note";
import type {
  DisagreementItem,
  InboxChoices,
  InboxView,
  ReviewSummary,
} from "@/lib/contracts/review";
import type { SavedView } from "@/lib/contracts/saved-views";
import type { Codebook } from "@/lib/domain/codebook/codebook";
import { Link } from "../ui/link";
import { InboxFilters } from "./inbox-filters";
import { LiveInbox } from "./live-inbox";
import { SavedViews } from "./saved-views";
import { viewAddress } from "./view-address";

type ReviewInboxProps = {
  projectId: string;
  page: { items: readonly DisagreementItem[]; nextCursor: string | null };
  codebook: Codebook;
  view: InboxView;
  views: readonly SavedView[];
  choices: InboxChoices;
  summary: ReviewSummary;
};

/** Where the submitted layers of an article differ, one row each. */
export function ReviewInbox(props: ReviewInboxProps) {
  const { projectId, page, codebook, view, views, choices, summary } = props;
  const t = useTranslations("review");
  const hasStale = summary.counts.some(({ status, count }) => status === "stale" && count > 0);
  return (
    <>
      <PageHeading title={t("titles.inbox")}>
        {t("inbox.intro")}{" "}
        <Link
          href={`/projects/${projectId}/review/rules`}
          className="text-accent underline underline-offset-4"
        >
          {t("inbox.rules")}
        </Link>
      </PageHeading>
      {hasStale && view.status !== "stale" && (
        <div className="mb-4">
          <StatusNote tone="warning" title={t("inbox.staleTitle")}>
            {t("inbox.staleNote")}{" "}
            <Link href="?status=stale" className="underline underline-offset-4">
              {t("inbox.showStale")}
            </Link>
          </StatusNote>
        </div>
      )}
      <SavedViews projectId={projectId} views={views} view={view} />
      <InboxFilters codebook={codebook} view={view} choices={choices} />
      <LiveInbox projectId={projectId} items={page.items} view={view} summary={summary} />
      {page.nextCursor && (
        <Link
          href={viewAddress(view, { cursor: page.nextCursor })}
          className={`mt-4 ${buttonClasses()}`}
        >
          {t("inbox.more")}
        </Link>
      )}
    </>
  );
}

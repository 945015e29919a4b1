import Link from "next/link";

import { buttonClasses } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";
import { StatusNote } from "@/components/ui/status-note";
import type { DisagreementItem, ReviewSummary } from "@/lib/contracts/review";
import type { Codebook } from "@/lib/domain/codebook/codebook";
import { InboxFilters, type InboxQuery } from "./inbox-filters";
import { LiveInbox } from "./live-inbox";

type ReviewInboxProps = {
  projectId: string;
  page: { items: readonly DisagreementItem[]; nextCursor: string | null };
  codebook: Codebook;
  query: InboxQuery;
  summary: ReviewSummary;
};

/** Where the submitted layers of an article differ, one row each. */
export function ReviewInbox(props: ReviewInboxProps) {
  const { projectId, page, codebook, query, summary } = props;
  const hasStale = summary.counts.some(({ status, count }) => status === "stale" && count > 0);
  const { limit: _, cursor: __, ...filters } = query;
  const next = new URLSearchParams({ status: "", ...filters, cursor: page.nextCursor ?? "" });
  return (
    <>
      <PageHeading title="Review">
        Disagreements between submitted layers. Where everybody agreed, gold is set already.{" "}
        <Link
          href={`/projects/${projectId}/review/rules`}
          className="text-accent underline underline-offset-4"
        >
          Rules and gaps
        </Link>
      </PageHeading>
      {hasStale && query.status !== "stale" && (
        <div className="mb-4">
          <StatusNote tone="warning" title="Some decisions are out of use">
            Spans changed after they were decided.{" "}
            <Link href="?status=stale" className="underline underline-offset-4">
              Show them
            </Link>
          </StatusNote>
        </div>
      )}
      <InboxFilters codebook={codebook} query={query} />
      <LiveInbox projectId={projectId} items={page.items} summary={summary} />
      {page.nextCursor && (
        <Link href={`?${next.toString()}`} className={`mt-4 ${buttonClasses()}`}>
          More
        </Link>
      )}
    </>
  );
}

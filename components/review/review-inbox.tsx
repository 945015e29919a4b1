import Link from "next/link";

import { buttonClasses } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { StatusNote } from "@/components/ui/status-note";
import type { DisagreementItem } from "@/lib/contracts/review";
import type { Codebook } from "@/lib/domain/codebook/codebook";
import { readable } from "../codebook/tag-style";
import { InboxFilters, type InboxQuery } from "./inbox-filters";
import { InboxKeys } from "./inbox-keys";
import { kindWords, statusWords } from "./words";

type ReviewInboxProps = {
  projectId: string;
  page: { items: readonly DisagreementItem[]; nextCursor: string | null };
  codebook: Codebook;
  query: InboxQuery;
  /** Whether any decision is out of use because the spans changed. */
  hasStale: boolean;
};

/** Where the submitted layers of an article differ, one row each. */
export function ReviewInbox(props: ReviewInboxProps) {
  const { projectId, page, codebook, query, hasStale } = props;
  const { limit: _, cursor: __, ...filters } = query;
  const next = new URLSearchParams({ status: "", ...filters, cursor: page.nextCursor ?? "" });
  return (
    <>
      <PageHeading title="Review">
        Disagreements between submitted layers. Where everybody agreed, gold is set already.
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
      {page.items.length === 0 ? (
        <EmptyState title="No disagreements here">
          They appear when an article has two submitted layers that differ.
        </EmptyState>
      ) : (
        <InboxKeys>
          <ul
            aria-label="Disagreements"
            className="divide-y divide-line rounded-lg border border-line bg-surface"
          >
            {page.items.map((item) => (
              <InboxRow key={item.id} projectId={projectId} item={item} />
            ))}
          </ul>
        </InboxKeys>
      )}
      {page.nextCursor && (
        <Link href={`?${next.toString()}`} className={`mt-4 ${buttonClasses()}`}>
          More
        </Link>
      )}
    </>
  );
}

function InboxRow({ projectId, item }: { projectId: string; item: DisagreementItem }) {
  const label = `${kindWords[item.kind]}, ${item.family}`;
  return (
    <li>
      <Link
        href={`/projects/${projectId}/review/${item.id}`}
        data-inbox-row
        className="block px-4 py-3 -outline-offset-2 hover:bg-sunken"
      >
        <span className="flex flex-wrap items-baseline gap-x-3 text-sm">
          <span className="font-semibold">{label}</span>
          <span className={item.status === "decided" ? "text-success" : "text-warning"}>
            {statusWords[item.status]}
          </span>
          <span className="ml-auto max-w-full truncate text-muted">
            <bdi>{item.articleTitle}</bdi>
          </span>
        </span>
        <span className="mt-1 grid gap-0.5">
          {item.members.map((member) => (
            <span key={member.spanId} className="flex min-w-0 gap-2 text-sm">
              <span className="w-10 shrink-0 text-muted">{member.annotator}</span>
              <span className="shrink-0 font-medium">{readable(member.tagId)}</span>
              <span className="truncate font-serif">
                <bdi>{member.quote}</bdi>
              </span>
            </span>
          ))}
        </span>
      </Link>
    </li>
  );
}

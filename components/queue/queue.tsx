import Link from "next/link";

import { buttonClasses } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import type { AssignmentItem } from "@/lib/contracts/assignments";

const groups = [
  { status: "returned", title: "Returned to you", verb: "Continue" },
  { status: "in_progress", title: "In progress", verb: "Continue" },
  { status: "assigned", title: "To do", verb: "Annotate" },
  { status: "submitted", title: "Submitted", verb: "View" },
] as const;

type QueueProps = { items: readonly AssignmentItem[]; nextCursor: string | null };

/** An annotator's articles: what waits first, what is done last. */
export function Queue({ items, nextCursor }: QueueProps) {
  return (
    <>
      <PageHeading title="Your queue">
        Articles assigned to you. Work is saved as you go; submit an article when it is done.
      </PageHeading>
      {items.length === 0 && (
        <EmptyState title="Nothing is assigned to you yet">
          An admin of your project assigns articles; they appear here.
        </EmptyState>
      )}
      <div className="grid gap-8">
        {groups.map(({ status, title, verb }) => {
          const rows = items.filter((item) => item.status === status);
          return rows.length === 0 ? null : (
            <section key={status} aria-labelledby={`queue-${status}`}>
              <h2 id={`queue-${status}`} className="mb-3 text-lg font-semibold">
                {title} <span className="font-normal text-muted tabular-nums">{rows.length}</span>
              </h2>
              <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
                {rows.map((item) => (
                  <QueueRow key={item.id} item={item} verb={verb} />
                ))}
              </ul>
            </section>
          );
        })}
      </div>
      {nextCursor && (
        <Link href={`/annotate?cursor=${nextCursor}`} className={`mt-6 ${buttonClasses()}`}>
          More
        </Link>
      )}
    </>
  );
}

function QueueRow({ item, verb }: { item: AssignmentItem; verb: string }) {
  const isDone = item.status === "submitted";
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-3 px-4 py-4">
      <div className="min-w-0 flex-1 basis-72">
        <p className="font-serif text-lg leading-snug font-medium break-words">
          <bdi>{item.articleTitle}</bdi>
        </p>
        <p className="mt-1 text-sm text-muted tabular-nums">
          {item.projectName} · {item.nCodePoints.toLocaleString("en")} characters ·{" "}
          {item.nSpans === 1 ? "1 span" : `${item.nSpans} spans`}
        </p>
      </div>
      <Link
        href={`/annotate/${item.id}`}
        aria-label={`${verb}: ${item.articleTitle}`}
        className={buttonClasses(isDone ? "secondary" : "primary")}
      >
        {verb}
      </Link>
    </li>
  );
}

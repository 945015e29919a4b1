import { useTranslations } from "next-intl";
import Link from "next/link";

import { buttonClasses } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import type { AssignmentItem } from "@/lib/contracts/assignments";

const groups = ["returned", "in_progress", "assigned", "submitted"] as const;

type QueueProps = { items: readonly AssignmentItem[]; nextCursor: string | null };

/** An annotator's articles: what waits first, what is done last. */
export function Queue({ items, nextCursor }: QueueProps) {
  const t = useTranslations("queue");
  return (
    <>
      <PageHeading title={t("title")}>{t("intro")}</PageHeading>
      {items.length === 0 && <EmptyState title={t("noneYet")}>{t("noneYetHint")}</EmptyState>}
      <div className="grid gap-8">
        {groups.map((status) => {
          const rows = items.filter((item) => item.status === status);
          return rows.length === 0 ? null : (
            <section key={status} aria-labelledby={`queue-${status}`}>
              <h2 id={`queue-${status}`} className="mb-3 text-lg font-semibold">
                {t(`groups.${status}`)}{" "}
                <span className="font-normal text-muted tabular-nums">{rows.length}</span>
              </h2>
              <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
                {rows.map((item) => (
                  <QueueRow key={item.id} item={item} />
                ))}
              </ul>
            </section>
          );
        })}
      </div>
      {nextCursor && (
        <Link href={`/annotate?cursor=${nextCursor}`} className={`mt-6 ${buttonClasses()}`}>
          {t("more")}
        </Link>
      )}
    </>
  );
}

function QueueRow({ item }: { item: AssignmentItem }) {
  const t = useTranslations("queue");
  const verb = t(`verbs.${item.status}`);
  const isDone = item.status === "submitted";
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-3 px-4 py-4">
      <div className="min-w-0 flex-1 basis-72">
        <p className="font-serif text-lg leading-snug font-medium break-words">
          <bdi>{item.articleTitle}</bdi>
        </p>
        <p className="mt-1 text-sm text-muted tabular-nums">
          {item.projectName} · {t("characters", { count: item.nCodePoints })} ·{" "}
          {t("spans", { count: item.nSpans })}
        </p>
      </div>
      <Link
        href={`/annotate/${item.id}`}
        aria-label={t("open", { verb, article: item.articleTitle })}
        className={buttonClasses(isDone ? "secondary" : "primary")}
      >
        {verb}
      </Link>
    </li>
  );
}

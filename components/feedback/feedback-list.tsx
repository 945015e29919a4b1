import { useTranslations } from "next-intl";

import { buttonClasses } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import type { FeedbackDigest, OpenDiscussion } from "@/lib/contracts/feedback";
import { Link } from "../ui/link";

type FeedbackListProps = {
  page: { items: readonly FeedbackDigest[]; nextCursor: string | null };
  discussions: readonly OpenDiscussion[];
};

const rows = "divide-y divide-line rounded-lg border border-line bg-surface";

/** An annotator's submitted articles with what came of each, and discussions that they may join. */
export function FeedbackList({ page, discussions }: FeedbackListProps) {
  const t = useTranslations("feedback");
  return (
    <>
      <PageHeading title={t("title")}>{t("intro")}</PageHeading>
      {discussions.length > 0 && (
        <section aria-labelledby="discussions-heading" className="mb-8">
          <h2 id="discussions-heading" className="mb-3 text-lg font-semibold">
            {t("discussions")}
          </h2>
          <ul className={rows}>
            {discussions.map((one) => (
              <li key={one.disagreementId}>
                <Link
                  href={`/feedback/discussions/${one.disagreementId}`}
                  className="block px-4 py-3 -outline-offset-2 hover:bg-sunken"
                >
                  <span className="block font-serif break-words">
                    <bdi>{one.quotes.map((quote) => `“${quote}”`).join(" · ")}</bdi>
                  </span>
                  <span className="mt-1 block text-sm text-muted">
                    <bdi>{one.articleTitle}</bdi> · {one.projectName} ·{" "}
                    {t("comments", { count: one.nComments })}
                    {one.nUnreadMentions > 0 && (
                      <strong className="ml-2 rounded-full bg-accent px-2 py-0.5 text-xs font-medium text-on-accent">
                        {t("unread", { count: one.nUnreadMentions })}
                      </strong>
                    )}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      {page.items.length === 0 ? (
        <EmptyState title={t("empty")}>{t("emptyNote")}</EmptyState>
      ) : (
        <ul aria-label={t("list")} className={rows}>
          {page.items.map((item) => (
            <DigestRow key={item.assignmentId} item={item} />
          ))}
        </ul>
      )}
      {page.nextCursor && (
        <Link href={`?cursor=${page.nextCursor}`} className={`mt-6 ${buttonClasses()}`}>
          {t("more")}
        </Link>
      )}
    </>
  );
}

function DigestRow({ item }: { item: FeedbackDigest }) {
  const t = useTranslations("feedback");
  const { counts, nChanged, nWaiting } = item;
  const facts = counts
    ? [
        t("accepted", { count: counts.found }),
        t("changed", { count: nChanged }),
        ...(nWaiting > 0 ? [t("waiting", { count: nWaiting })] : []),
      ]
    : [t("notYet")];
  const title = (
    <span className="block font-serif text-lg leading-snug font-medium break-words">
      <bdi>{item.articleTitle}</bdi>
    </span>
  );
  return (
    <li className="px-4 py-4">
      {counts ? (
        <Link href={`/feedback/${item.assignmentId}`} className="hover:underline">
          {title}
        </Link>
      ) : (
        title
      )}
      <p className="mt-1 text-sm text-muted">
        {item.projectName} · {facts.join(" · ")}
      </p>
    </li>
  );
}

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import type { CommentItem } from "@/lib/contracts/comments";
import { Mentions } from "./mentions";
import { useMoment } from "./use-moment";

const strong = (words: ReactNode) => <strong className="font-medium text-ink">{words}</strong>;

type CommentListProps = {
  items: readonly CommentItem[];
  /** Those that speak to the reader and are new to them. */
  newIds: ReadonlySet<string>;
};

/** What was said, the first first. */
export function CommentList({ items, newIds }: CommentListProps) {
  const t = useTranslations("review.discussion");
  const moment = useMoment();
  if (items.length === 0) return null;
  return (
    <ol className="mt-3 grid gap-3 text-sm">
      {items.map(({ id, author, text, createdAt }) => (
        <li
          key={id}
          className={`rounded-lg border bg-surface px-4 py-3 ${
            newIds.has(id) ? "border-l-4 border-line border-l-accent" : "border-line"
          }`}
        >
          <p className="text-muted">
            {newIds.has(id) && (
              <strong className="mr-2 font-medium text-accent">{t("toYou")}</strong>
            )}
            {t.rich("said", { author, time: moment(createdAt), b: strong })}
          </p>
          <p dir="auto" className="mt-1 break-words whitespace-pre-wrap">
            <Mentions text={text} />
          </p>
        </li>
      ))}
    </ol>
  );
}

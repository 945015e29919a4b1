"use client";

import { useTranslations } from "next-intl";

import { buttonClasses } from "@/components/ui/button";
import type { AssignmentItem } from "@/lib/contracts/assignments";
import { Link } from "../ui/link";
import { AskForReopening } from "./ask-for-reopening";

type QueueRowProps = {
  item: AssignmentItem;
  /** Changes of this article that are on this device only. */
  kept: { nWaiting: number; nRefused: number } | undefined;
};

/** One article of the queue: what it is, how it stands, and the way to it. */
export function QueueRow({ item, kept }: QueueRowProps) {
  const t = useTranslations("queue");
  const verb = t(`verbs.${item.status}`);
  const isDone = item.status === "submitted";
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-3 px-4 py-4">
      <div className="min-w-0 flex-1 basis-72">
        <p className="font-serif text-lg leading-snug font-medium break-words">
          <bdi>{item.articleTitle}</bdi>
        </p>
        <p className="mt-1 text-sm break-words text-muted tabular-nums">
          {item.projectName} · {t("characters", { count: item.nCodePoints })} ·{" "}
          {t("spans", { count: item.nSpans })}
        </p>
        {item.status === "returned" && (
          <p className="mt-2 border-l-4 border-warning pl-3 text-sm break-words">
            {wordsOnReturn(item, t)}
          </p>
        )}
        {kept !== undefined && kept.nWaiting > 0 && (
          <p className="mt-2 text-sm font-medium">{t("waiting", { count: kept.nWaiting })}</p>
        )}
        {kept !== undefined && kept.nRefused > 0 && (
          <p className="mt-2 text-sm font-medium text-danger">
            {t("refused", { count: kept.nRefused })}
          </p>
        )}
      </div>
      {isDone && (
        <div className="max-w-sm">
          <AskForReopening
            assignmentId={item.id}
            articleTitle={item.articleTitle}
            request={item.reopenRequest}
          />
        </div>
      )}
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

function wordsOnReturn(
  { returnNote, reopenRequest }: AssignmentItem,
  t: ReturnType<typeof useTranslations<"queue">>,
): string {
  if (returnNote !== null) return t("returnedWith", { note: returnNote });
  if (reopenRequest?.state === "reopened") {
    return t("returnedAsAsked", { reason: reopenRequest.reason });
  }
  return t("returned");
}

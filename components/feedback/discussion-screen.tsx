"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";

import { PageHeading } from "@/components/ui/page-heading";
import { StatusNote } from "@/components/ui/status-note";
import { ApiProblem, apiRequest } from "@/lib/client/api-client";
import { followDiscussion } from "@/lib/client/review-feed";
import type { Thread } from "@/lib/contracts/comments";
import type { DiscussionView } from "@/lib/contracts/feedback";
import { readable } from "../codebook/tag-style";
import { CommentList } from "../review/comment-list";
import { MessageForm } from "../review/message-form";
import { useReadMentions } from "../review/use-read-mentions";
import { Link } from "../ui/link";

/** A disagreement's quotes and discussion, for annotators that a reviewer let in. */
export function DiscussionScreen({ discussion }: { discussion: DiscussionView }) {
  const t = useTranslations("feedback");
  const { disagreementId, members, viewer } = discussion;
  const path = `/api/v1/disagreements/${disagreementId}/comments`;
  const [items, setItems] = useState(discussion.items);
  const [isClosed, setIsClosed] = useState(false);
  const newIds = useReadMentions(disagreementId, items);

  useEffect(() => {
    const look = () =>
      apiRequest<Thread>(path).then(
        (thread) => {
          setIsClosed(false);
          setItems(thread.items);
        },
        (error: unknown) => {
          // Anything else passes, and the next event looks again.
          if (error instanceof ApiProblem && error.code === "forbidden") setIsClosed(true);
        },
      );
    return followDiscussion(disagreementId, () => void look());
  }, [disagreementId, path]);

  return (
    <>
      <p className="mb-2 text-sm text-accent underline underline-offset-4">
        <Link href="/feedback">{t("back")}</Link>
      </p>
      <PageHeading title={t("discussion")}>
        <bdi>{discussion.articleTitle}</bdi>. {t("discussionIntro")}
      </PageHeading>
      <blockquote
        dir="auto"
        className="max-w-prose border-l-4 border-line-strong pl-4 font-serif text-lg whitespace-pre-wrap"
      >
        {discussion.passage}
      </blockquote>
      <section aria-labelledby="marks-heading" className="mt-6">
        <h2 id="marks-heading" className="text-lg font-semibold">
          {t("marks")}
        </h2>
        <ul className="mt-2 grid gap-1 text-sm">
          {members.map(({ spanId, annotator, tagId, quote }) => (
            <li key={spanId}>
              <span className="text-muted">
                {annotator === viewer ? t("you", { annotator }) : annotator}
              </span>{" "}
              <strong className="font-medium">{readable(tagId)}</strong>{" "}
              <span className="font-serif">
                “<bdi>{quote}</bdi>”
              </span>
            </li>
          ))}
        </ul>
      </section>
      <section aria-label={t("discussion")} className="mt-6">
        <CommentList items={items} newIds={newIds} />
        {isClosed ? (
          <div className="mt-3">
            <StatusNote tone="warning" title={t("closed")} />
          </div>
        ) : (
          <MessageForm
            path={path}
            label={t("message")}
            onSent={(thread) => setItems(thread.items)}
          />
        )}
      </section>
    </>
  );
}

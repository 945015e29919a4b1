"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";

import { ProblemNote } from "@/components/layout/problem-note";
import { Button } from "@/components/ui/button";
import { apiRequest } from "@/lib/client/api-client";
import { useAction } from "@/lib/client/use-action";
import type { Thread } from "@/lib/contracts/comments";
import { CommentList } from "./comment-list";
import { MessageForm } from "./message-form";
import { useReadMentions } from "./use-read-mentions";
import { useReviewEvents } from "./use-review-events";

type DiscussionProps = { projectId: string; disagreementId: string; thread: Thread };

/**
 * What is said about a disagreement, and whether its annotators may take part; both come in by
 * themselves.
 */
export function Discussion({ projectId, disagreementId, thread: first }: DiscussionProps) {
  const t = useTranslations("review.discussion");
  const path = `/api/v1/disagreements/${disagreementId}`;
  const [thread, setThread] = useState(first);
  const { run, isPending, problem } = useAction();
  const { items, isOpenToAnnotators: isOpen } = thread;
  const newIds = useReadMentions(disagreementId, items);

  useReviewEvents(projectId, (event) => {
    const isHere =
      (event.type === "commented" || event.type === "opened") &&
      event.disagreementId === disagreementId;
    if (!isHere && event.type !== "resync") return;
    apiRequest<Thread>(`${path}/comments`).then(setThread, () => undefined);
  });

  function letIn(isOpenNow: boolean) {
    void run(async () => {
      await apiRequest(`${path}/discussion`, { method: "POST", body: { isOpen: isOpenNow } });
      setThread((before) => ({ ...before, isOpenToAnnotators: isOpenNow }));
    });
  }

  return (
    <section aria-labelledby="discussion-heading" className="mt-8">
      <h2 id="discussion-heading" className="text-lg font-semibold">
        {t("title")}
      </h2>
      <div className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
        <p role="status" className="max-w-prose text-muted">
          {t(isOpen ? "isOpen" : "isClosed")}
        </p>
        <Button size="sm" disabled={isPending} onClick={() => letIn(!isOpen)}>
          {t(isOpen ? "close" : "letIn")}
        </Button>
      </div>
      <ProblemNote problem={problem} />
      <CommentList items={items} newIds={newIds} />
      <MessageForm
        path={`${path}/comments`}
        label={t(isOpen ? "messageOpen" : "message")}
        onSent={setThread}
      />
    </section>
  );
}

"use client";

import { useState } from "react";
import { v7 as uuidv7 } from "uuid";

import { ProblemNote } from "@/components/layout/problem-note";
import { Button } from "@/components/ui/button";
import { Field, TextArea } from "@/components/ui/field";
import { apiRequest } from "@/lib/client/api-client";
import { useAction } from "@/lib/client/use-action";
import type { CommentBody, CommentItem } from "@/lib/contracts/comments";
import { Mentions } from "./mentions";
import { useReviewEvents } from "./use-review-events";

type DiscussionProps = {
  projectId: string;
  disagreementId: string;
  comments: readonly CommentItem[];
};
type Thread = { items: CommentItem[] };

/** What reviewers say to each other about a disagreement; new messages come in by themselves. */
export function Discussion({ projectId, disagreementId, comments: first }: DiscussionProps) {
  const path = `/api/v1/disagreements/${disagreementId}/comments`;
  const [comments, setComments] = useState(first);
  // Sent again after a lost answer, the same text keeps its id.
  const [draft, setDraft] = useState({ id: "", text: "" });
  const { run, isPending, problem } = useAction();

  useReviewEvents(projectId, (event) => {
    const isHere = event.type === "commented" && event.disagreementId === disagreementId;
    if (!isHere && event.type !== "resync") return;
    apiRequest<Thread>(path).then(
      ({ items }) => setComments(items),
      () => undefined,
    );
  });

  function send() {
    const body: CommentBody = draft;
    void run(async () => {
      const { items } = await apiRequest<Thread>(path, { method: "POST", body });
      setComments(items);
      setDraft({ id: "", text: "" });
    });
  }

  return (
    <section aria-labelledby="discussion-heading" className="mt-8">
      <h2 id="discussion-heading" className="text-lg font-semibold">
        Discussion
      </h2>
      {comments.length > 0 && (
        <ol className="mt-3 grid gap-3 text-sm">
          {comments.map(({ id, author, text, createdAt }) => (
            <li key={id} className="rounded-lg border border-line bg-surface px-4 py-3">
              <p className="text-muted">
                <strong className="font-medium text-ink">{author}</strong>,{" "}
                {createdAt.slice(0, 16).replace("T", " ")} UTC
              </p>
              <p dir="auto" className="mt-1 break-words whitespace-pre-wrap">
                <Mentions text={text} />
              </p>
            </li>
          ))}
        </ol>
      )}
      <form
        className="mt-3 grid max-w-prose gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Field label="Message to the other reviewers" hint="Write @R02 to speak to somebody.">
          {(control) => (
            <TextArea
              {...control}
              rows={2}
              className="min-h-16"
              maxLength={4000}
              value={draft.text}
              onChange={({ target }) => setDraft({ id: uuidv7(), text: target.value })}
            />
          )}
        </Field>
        <Button
          type="submit"
          className="justify-self-start"
          disabled={isPending || draft.text.trim() === ""}
        >
          {isPending ? "Sending…" : "Send"}
        </Button>
        <ProblemNote problem={problem} />
      </form>
    </section>
  );
}

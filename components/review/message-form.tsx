"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { v7 as uuidv7 } from "uuid";

import { ProblemNote } from "@/components/layout/problem-note";
import { Button } from "@/components/ui/button";
import { Field, TextArea } from "@/components/ui/field";
import { apiRequest } from "@/lib/client/api-client";
import { useAction } from "@/lib/client/use-action";
import type { CommentBody, Thread } from "@/lib/contracts/comments";

type MessageFormProps = { path: string; label: string; onSent: (thread: Thread) => void };

/** Says something in a discussion. */
export function MessageForm({ path, label, onSent }: MessageFormProps) {
  const t = useTranslations("review.discussion");
  // Sent again after a lost answer, the same text keeps its id.
  const [draft, setDraft] = useState({ id: "", text: "" });
  const { run, isPending, problem } = useAction();

  function send() {
    const body: CommentBody = draft;
    void run(async () => {
      onSent(await apiRequest<Thread>(path, { method: "POST", body }));
      setDraft({ id: "", text: "" });
    });
  }

  return (
    <form
      className="mt-3 grid max-w-prose gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Field label={label} hint={t("hint")}>
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
        {isPending ? t("sending") : t("send")}
      </Button>
      <ProblemNote problem={problem} />
    </form>
  );
}

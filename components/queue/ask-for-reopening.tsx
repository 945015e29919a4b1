"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { v7 as uuidv7 } from "uuid";

import { ProblemNote } from "@/components/layout/problem-note";
import { useFieldErrors } from "@/components/layout/use-field-errors";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, TextArea } from "@/components/ui/field";
import { apiRequest } from "@/lib/client/api-client";
import { textOf } from "@/lib/client/form-text";
import { useAction } from "@/lib/client/use-action";
import type { ReopenRequest } from "@/lib/contracts/reopening";

type AskForReopeningProps = {
  /** A submitted one of the reader's own. */
  assignmentId: string;
  articleTitle: string;
  /** The latest request, as the assignment tells it. */
  request: ReopenRequest | null;
};

/** Asks an admin for a submitted article back, and says what became of it. */
export function AskForReopening({ assignmentId, articleTitle, request }: AskForReopeningProps) {
  const t = useTranslations("queue.ask");
  const format = useFormatter();
  const router = useRouter();
  const [isOpen, setIsOpen] = useState(false);
  // Made once for each request, so that one sent twice is one.
  const [id, setId] = useState<string>(uuidv7);
  const { run, isPending, problem } = useAction();
  const errorOf = useFieldErrors(problem);
  const onDay = (time: string) => format.dateTime(new Date(time), { dateStyle: "medium" });

  function ask(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const reason = textOf(new FormData(event.currentTarget), "reason");
    void run(async () => {
      const path = `/api/v1/assignments/${assignmentId}/reopen-request`;
      await apiRequest(path, { method: "POST", body: { id, reason } });
      setIsOpen(false);
      setId(uuidv7());
      router.refresh();
    });
  }

  if (request?.state === "open") {
    const date = onDay(request.requestedAt);
    return (
      <p className="text-sm break-words text-muted">
        {t("waiting", { date, reason: request.reason })} {t("waitingHint")}
      </p>
    );
  }
  return (
    <div className="grid justify-items-start gap-2">
      {request?.state === "declined" && (
        <p className="text-sm break-words text-muted">
          {t("declined", {
            date: onDay(request.answeredAt ?? request.requestedAt),
            note: request.note ?? "",
          })}
        </p>
      )}
      <Button
        size="sm"
        aria-label={t("openFor", { article: articleTitle })}
        onClick={() => setIsOpen(true)}
      >
        {t("open")}
      </Button>
      <Dialog
        open={isOpen}
        onOpenChange={setIsOpen}
        title={t("title")}
        description={t("description")}
      >
        <form onSubmit={ask} className="grid gap-4">
          <Field label={t("reason")} error={errorOf("reason")}>
            {(control) => (
              <TextArea {...control} name="reason" rows={3} maxLength={2000} required />
            )}
          </Field>
          <ProblemNote problem={problem} />
          <div className="flex flex-wrap justify-end gap-2">
            <Button onClick={() => setIsOpen(false)}>{t("cancel")}</Button>
            <Button type="submit" variant="primary" disabled={isPending}>
              {t(isPending ? "pending" : "submit")}
            </Button>
          </div>
        </form>
      </Dialog>
    </div>
  );
}

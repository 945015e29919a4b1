"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";

import { ProblemNote } from "@/components/layout/problem-note";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, TextArea } from "@/components/ui/field";
import { apiRequest } from "@/lib/client/api-client";
import { textOf } from "@/lib/client/form-text";
import { useAction } from "@/lib/client/use-action";

type ReopenButtonProps = {
  assignmentId: string;
  article: string;
  annotator: string;
  /** Why the annotator asked for it, if they did. */
  reason?: string | undefined;
};

/** Gives a submitted layer back, with a word on why. */
export function ReopenButton({ assignmentId, article, annotator, reason }: ReopenButtonProps) {
  const t = useTranslations("assignments");
  const router = useRouter();
  const [isOpen, setIsOpen] = useState(false);
  const { run, isPending, problem } = useAction();

  function reopen(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const note = textOf(new FormData(event.currentTarget), "note");
    void run(async () => {
      const path = `/api/v1/assignments/${assignmentId}/reopen`;
      await apiRequest(path, { method: "POST", body: { note } });
      setIsOpen(false);
      router.refresh();
    });
  }

  return (
    <>
      <Button
        size="sm"
        aria-label={t("reopenFor", { article, annotator })}
        onClick={() => setIsOpen(true)}
      >
        {t("reopen")}
      </Button>
      <Dialog
        open={isOpen}
        onOpenChange={setIsOpen}
        title={t("return.title", { annotator })}
        description={t("return.description", { article })}
      >
        <form onSubmit={reopen} className="grid gap-4">
          {reason && <p className="text-sm break-words">{t("return.asked", { reason })}</p>}
          <Field label={t("return.note")} hint={t("return.noteHint", { annotator })}>
            {(control) => <TextArea {...control} name="note" rows={3} maxLength={2000} />}
          </Field>
          <ProblemNote problem={problem} />
          <div className="flex flex-wrap justify-end gap-2">
            <Button onClick={() => setIsOpen(false)}>{t("return.cancel")}</Button>
            <Button type="submit" variant="primary" disabled={isPending}>
              {t(isPending ? "return.pending" : "return.submit")}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}

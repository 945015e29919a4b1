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
import type { OpenReopenRequest } from "@/lib/contracts/reopening";

/** Leaves a layer as it was handed in, and says why. */
export function DeclineButton({ request }: { request: OpenReopenRequest }) {
  const { articleTitle: article, annotatorName: annotator } = request;
  const t = useTranslations("assignments.requests");
  const router = useRouter();
  const [isOpen, setIsOpen] = useState(false);
  const { run, isPending, problem } = useAction();

  function decline(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const note = textOf(new FormData(event.currentTarget), "note");
    void run(async () => {
      const path = `/api/v1/assignments/${request.assignmentId}/reopen-request/decline`;
      await apiRequest(path, { method: "POST", body: { note } });
      setIsOpen(false);
      router.refresh();
    });
  }

  return (
    <>
      <Button
        size="sm"
        variant="quiet"
        aria-label={t("declineFor", { article, annotator })}
        onClick={() => setIsOpen(true)}
      >
        {t("decline")}
      </Button>
      <Dialog
        open={isOpen}
        onOpenChange={setIsOpen}
        title={t("declineTitle")}
        description={request.reason}
      >
        <form onSubmit={decline} className="grid gap-4">
          <Field label={t("declineNote")} hint={t("declineHint", { annotator })}>
            {(control) => <TextArea {...control} name="note" rows={3} maxLength={2000} required />}
          </Field>
          <ProblemNote problem={problem} />
          <div className="flex flex-wrap justify-end gap-2">
            <Button onClick={() => setIsOpen(false)}>{t("cancel")}</Button>
            <Button type="submit" variant="primary" disabled={isPending}>
              {t(isPending ? "pending" : "decline")}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}

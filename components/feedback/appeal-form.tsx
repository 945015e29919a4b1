import { useTranslations } from "next-intl";
import { useState } from "react";
import { v7 as uuidv7 } from "uuid";

import { ProblemNote } from "@/components/layout/problem-note";
import { Button } from "@/components/ui/button";
import { Field, TextArea } from "@/components/ui/field";
import { apiRequest } from "@/lib/client/api-client";
import { useAction } from "@/lib/client/use-action";
import type { AppealBody, Feedback } from "@/lib/contracts/feedback";

type AppealFormProps = {
  assignmentId: string;
  decisionId: string;
  onAppealed: (feedback: Feedback) => void;
  onCancel: () => void;
};

/** Why a decision should be made again. */
export function AppealForm({ assignmentId, decisionId, onAppealed, onCancel }: AppealFormProps) {
  const t = useTranslations("feedback");
  // Sent again after a lost answer, the same reason keeps its id.
  const [draft, setDraft] = useState({ id: "", reason: "" });
  const { run, isPending, problem } = useAction();

  function send() {
    const body: AppealBody = { ...draft, decisionId };
    void run(async () => {
      const path = `/api/v1/assignments/${assignmentId}/appeals`;
      onAppealed(await apiRequest<Feedback>(path, { method: "POST", body }));
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
      <Field label={t("reason")} hint={t("reasonHint")}>
        {(control) => (
          <TextArea
            {...control}
            autoFocus
            required
            maxLength={4000}
            value={draft.reason}
            onChange={({ target }) => setDraft({ id: uuidv7(), reason: target.value })}
          />
        )}
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" disabled={isPending || draft.reason.trim() === ""}>
          {isPending ? t("sending") : t("send")}
        </Button>
        <Button onClick={onCancel}>{t("cancel")}</Button>
      </div>
      <ProblemNote problem={problem} />
    </form>
  );
}

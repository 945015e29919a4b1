"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";

import { ProblemNote } from "@/components/layout/problem-note";
import { useFieldErrors } from "@/components/layout/use-field-errors";
import { Button } from "@/components/ui/button";
import { Checkbox, Field, TextArea } from "@/components/ui/field";
import { StatusNote } from "@/components/ui/status-note";
import { apiRequest } from "@/lib/client/api-client";
import { useAction } from "@/lib/client/use-action";
import type { ReleaseItem } from "@/lib/contracts/releases";

export function MakeRelease({ projectId }: { projectId: string }) {
  const t = useTranslations("releases.make");
  const router = useRouter();
  const { run, isPending, problem } = useAction();
  const errorOf = useFieldErrors(problem);
  const [made, setMade] = useState<ReleaseItem | null>(null);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const element = event.currentTarget;
    const form = new FormData(element);
    const body = { note: form.get("note"), notes: form.has("notes") };
    setMade(null);
    void run(async () => {
      const path = `/api/v1/projects/${projectId}/releases`;
      setMade(await apiRequest<ReleaseItem>(path, { method: "POST", body }));
      element.reset();
      router.refresh();
    });
  }

  return (
    <section
      aria-labelledby="make-heading"
      className="mb-6 rounded-xl border border-line bg-surface p-5"
    >
      <h2 id="make-heading" className="mb-3 font-semibold">
        {t("heading")}
      </h2>
      <form onSubmit={submit} className="grid justify-items-start gap-4">
        <div className="w-full">
          <Field label={t("note")} hint={t("noteHint")} error={errorOf("note")}>
            {(control) => <TextArea {...control} name="note" maxLength={2000} />}
          </Field>
        </div>
        <Checkbox name="notes" label={t("notes")} />
        <Button type="submit" variant="primary" disabled={isPending}>
          {isPending ? t("pending") : t("submit")}
        </Button>
      </form>
      <div className="mt-4 empty:hidden">
        <ProblemNote problem={problem} />
        {made && <StatusNote tone="success">{t("done", { number: made.number })}</StatusNote>}
      </div>
    </section>
  );
}

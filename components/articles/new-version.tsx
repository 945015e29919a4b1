"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";

import { ProblemNote } from "@/components/layout/problem-note";
import { Button } from "@/components/ui/button";
import { Field, Input } from "@/components/ui/field";
import { StatusNote } from "@/components/ui/status-note";
import { apiRequest } from "@/lib/client/api-client";
import { useAction } from "@/lib/client/use-action";
import type { ArticleVersionResult } from "@/lib/contracts/article-detail";
import { CarriedSpans } from "./carried-spans";

type NewVersionProps = { projectId: string; articleId: string };

/** Takes a corrected text: first shows what would become of every span, then stores it. */
export function NewVersion({ projectId, articleId }: NewVersionProps) {
  const t = useTranslations("articles.newVersion");
  const router = useRouter();
  const { run, isPending, problem } = useAction();
  const [plan, setPlan] = useState<{ file: File; result: ArticleVersionResult } | null>(null);

  async function send(file: File, dryRun: boolean): Promise<ArticleVersionResult> {
    const form = new FormData();
    form.set("file", file, file.name);
    form.set("dryRun", String(dryRun));
    const path = `/api/v1/projects/${projectId}/articles/${articleId}/versions`;
    return apiRequest<ArticleVersionResult>(path, { method: "POST", body: form });
  }

  function check(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const file = new FormData(event.currentTarget).get("file");
    setPlan(null);
    if (!(file instanceof File)) return;
    void run(async () => setPlan({ file, result: await send(file, true) }));
  }

  function confirm(file: File) {
    void run(async () => {
      const { articleId: newId } = await send(file, false);
      router.push(`/projects/${projectId}/articles/${newId}`);
      router.refresh();
    });
  }

  return (
    <section
      aria-labelledby="new-version-heading"
      className="grid gap-4 rounded-xl border border-line bg-surface p-5"
    >
      <div>
        <h2 id="new-version-heading" className="font-semibold">
          {t("heading")}
        </h2>
        <p className="mt-1 max-w-prose text-sm text-muted">{t("intro")}</p>
      </div>
      <form onSubmit={check} className="grid gap-3">
        <Field label={t("file")} hint={t("fileHint")}>
          {(control) => (
            <Input {...control} type="file" name="file" required className="py-2 text-sm" />
          )}
        </Field>
        <div>
          <Button type="submit" disabled={isPending}>
            {t("check")}
          </Button>
        </div>
      </form>
      {problem && <ProblemNote problem={problem} />}
      {plan && (
        <>
          <StatusNote tone="info" title={t("plan", { version: plan.result.version })}>
            <p>{t("planHint", { count: plan.result.layers.length })}</p>
          </StatusNote>
          {plan.result.layers.map((layer) => (
            <CarriedSpans
              key={layer.annotatorId}
              annotatorName={layer.annotatorName}
              spans={layer.spans}
            />
          ))}
          <div>
            <Button variant="primary" disabled={isPending} onClick={() => confirm(plan.file)}>
              {t("confirm", { version: plan.result.version })}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

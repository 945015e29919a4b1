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
import type { ArticleItem } from "@/lib/contracts/articles";
import type { PlanResult } from "@/lib/contracts/assignments";
import type { Member, ProjectDetail } from "@/lib/contracts/projects";
import { CheckList } from "./check-list";
import { PlanReport } from "./plan-report";

type PlanFormProps = {
  project: ProjectDetail;
  articles: readonly ArticleItem[];
  hasMoreArticles: boolean;
  annotators: readonly Member[];
};

/** Chooses articles and people, shows the load, and only then assigns. */
export function PlanForm(props: PlanFormProps) {
  const { project, articles, hasMoreArticles, annotators } = props;
  const t = useTranslations("assignments.plan");
  const router = useRouter();
  const { run, isPending, problem } = useAction();
  const [plan, setPlan] = useState<PlanResult | null>(null);
  const canPlan = articles.length > 0 && annotators.length > 0;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const { submitter } = event.nativeEvent as SubmitEvent;
    void run(async () => {
      const body = {
        articleIds: form.getAll("articleIds"),
        annotatorIds: form.getAll("annotatorIds"),
        perArticle: Number(form.get("perArticle")),
        seed: Number(form.get("seed")),
        dryRun: submitter?.getAttribute("value") !== "assign",
      };
      const path = `/api/v1/projects/${project.id}/assignments`;
      setPlan(await apiRequest<PlanResult>(path, { method: "POST", body }));
      router.refresh();
    });
  }

  return (
    <section
      aria-labelledby="plan-heading"
      className="mb-8 rounded-xl border border-line bg-surface p-5"
    >
      <h2 id="plan-heading" className="mb-3 font-semibold">
        {t("title")}
      </h2>
      {canPlan ? (
        <form onSubmit={submit} onChange={() => setPlan(null)} className="grid gap-5">
          <div className="grid gap-5 md:grid-cols-2">
            <CheckList
              legend={t("articles")}
              name="articleIds"
              items={articles.map(({ id, title, nAssigned }) => ({
                id,
                text: title,
                note: t("nAssigned", { count: nAssigned }),
                isChecked: nAssigned < project.annotatorsPerArticle,
              }))}
              suggestion={t("shortOfAnnotators")}
              onPick={() => setPlan(null)}
            />
            <CheckList
              legend={t("annotators")}
              name="annotatorIds"
              items={annotators.map(({ userId, name, nAssigned }) => ({
                id: userId,
                text: name,
                note: t("nAssigned", { count: nAssigned }),
                isChecked: true,
              }))}
              onPick={() => setPlan(null)}
            />
          </div>
          {hasMoreArticles && (
            <StatusNote tone="info">{t("firstArticles", { count: articles.length })}</StatusNote>
          )}
          <div className="flex flex-wrap items-end gap-4">
            <div className="w-44">
              <Field label={t("perArticle")}>
                {(control) => (
                  <Input
                    {...control}
                    name="perArticle"
                    type="number"
                    min={1}
                    max={20}
                    required
                    defaultValue={project.annotatorsPerArticle}
                  />
                )}
              </Field>
            </div>
            <div className="w-32">
              <Field label={t("seed")}>
                {(control) => (
                  <Input
                    {...control}
                    name="seed"
                    type="number"
                    min={0}
                    max={2147483647}
                    required
                    defaultValue={1}
                  />
                )}
              </Field>
            </div>
            <Button type="submit" disabled={isPending}>
              {isPending ? t("pending") : t("show")}
            </Button>
            {plan?.dryRun && plan.items.length > 0 && (
              <Button type="submit" value="assign" variant="primary" disabled={isPending}>
                {t("submit")}
              </Button>
            )}
          </div>
        </form>
      ) : (
        <p className="text-sm text-muted">{t("notYet")}</p>
      )}
      <div className="mt-4 empty:hidden">
        {problem && <ProblemNote problem={problem} />}
        {plan && <PlanReport plan={plan} />}
      </div>
    </section>
  );
}

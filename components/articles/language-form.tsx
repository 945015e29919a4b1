"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import type { FormEvent } from "react";

import { ProblemNote } from "@/components/layout/problem-note";
import { useFieldErrors } from "@/components/layout/use-field-errors";
import { Button } from "@/components/ui/button";
import { Field, Input } from "@/components/ui/field";
import { apiRequest } from "@/lib/client/api-client";
import { textOf } from "@/lib/client/form-text";
import { useAction } from "@/lib/client/use-action";
import type { ArticleDetail } from "@/lib/contracts/article-detail";

type LanguageFormProps = { projectId: string; article: ArticleDetail; isEditable: boolean };

/** The article's language, and a way to set it right. */
export function LanguageForm({ projectId, article, isEditable }: LanguageFormProps) {
  const t = useTranslations("articles.language");
  const router = useRouter();
  const { run, isPending, problem } = useAction();
  const errorOf = useFieldErrors(problem);
  const hint = article.isLanguageDetected ? t("detected") : t("given");

  if (!isEditable) return <p className="text-sm">{t("is", { language: article.language })}</p>;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const language = textOf(new FormData(event.currentTarget), "language");
    void run(async () => {
      const path = `/api/v1/projects/${projectId}/articles/${article.id}`;
      await apiRequest<ArticleDetail>(path, {
        method: "PATCH",
        body: { language },
        editTag: article.editTag,
      });
      router.refresh();
    });
  }

  return (
    <form onSubmit={submit} className="grid gap-2">
      <Field label={t("label")} hint={hint} error={errorOf("language")}>
        {(control) => (
          <Input
            {...control}
            key={article.language}
            name="language"
            required
            maxLength={35}
            defaultValue={article.language}
          />
        )}
      </Field>
      <div>
        <Button type="submit" size="sm" disabled={isPending}>
          {t("save")}
        </Button>
      </div>
      {problem && !errorOf("language") && <ProblemNote problem={problem} />}
    </form>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";

import { ProblemNote } from "@/components/layout/problem-note";
import { Button } from "@/components/ui/button";
import { Checkbox, Field, Input, Select } from "@/components/ui/field";
import { StatusNote } from "@/components/ui/status-note";
import { apiRequest } from "@/lib/client/api-client";
import { textOf } from "@/lib/client/form-text";
import { useAction } from "@/lib/client/use-action";
import type { ProjectDetail } from "@/lib/contracts/projects";
import { snappings } from "@/lib/domain/text/snap-range";

export function ProjectSettings({ project }: { project: ProjectDetail }) {
  const t = useTranslations("projects.settings");
  const router = useRouter();
  const { run, isPending, problem } = useAction();
  const [isSaved, setIsSaved] = useState(false);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setIsSaved(false);
    void run(async () => {
      await apiRequest(`/api/v1/projects/${project.id}`, {
        method: "PATCH",
        editTag: project.editTag,
        body: {
          name: textOf(form, "name"),
          annotatorsPerArticle: Number(form.get("annotatorsPerArticle")),
          snapping: textOf(form, "snapping"),
          isOutletBlind: form.get("isOutletBlind") === "on",
          hasTrainingFeedback: form.get("hasTrainingFeedback") === "on",
        },
      });
      setIsSaved(true);
      router.refresh();
    });
  }

  return (
    <section aria-labelledby="settings-heading">
      <h2 id="settings-heading" className="mb-3 text-lg font-semibold">
        {t("title")}
      </h2>
      <form
        onSubmit={submit}
        className="grid gap-4 rounded-xl border border-line bg-surface p-5 sm:grid-cols-2"
      >
        <Field label={t("name")}>
          {(control) => (
            <Input {...control} name="name" defaultValue={project.name} required maxLength={120} />
          )}
        </Field>
        <Field label={t("annotatorsPerArticle")} hint={t("annotatorsPerArticleHint")}>
          {(control) => (
            <Input
              {...control}
              name="annotatorsPerArticle"
              type="number"
              min={1}
              max={20}
              defaultValue={project.annotatorsPerArticle}
            />
          )}
        </Field>
        <Field label={t("snapping")} hint={t("snappingHint")}>
          {(control) => (
            <Select {...control} name="snapping" defaultValue={project.snapping}>
              {snappings.map((snapping) => (
                <option key={snapping} value={snapping}>
                  {t(snapping)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <div className="grid gap-2 self-center">
          <Checkbox
            name="isOutletBlind"
            defaultChecked={project.isOutletBlind}
            label={t("isOutletBlind")}
          />
          <Checkbox
            name="hasTrainingFeedback"
            defaultChecked={project.hasTrainingFeedback}
            label={t("hasTrainingFeedback")}
          />
        </div>
        <div className="flex flex-wrap items-center gap-4 sm:col-span-2">
          <Button type="submit" variant="primary" disabled={isPending}>
            {isPending ? t("pending") : t("submit")}
          </Button>
          {isSaved && <StatusNote tone="success">{t("saved")}</StatusNote>}
        </div>
        <div className="sm:col-span-2">
          <ProblemNote problem={problem} />
        </div>
      </form>
    </section>
  );
}

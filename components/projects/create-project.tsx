"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";

import { PresetField } from "@/components/codebook/preset-field";
import { ProblemNote } from "@/components/layout/problem-note";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, Input, TextArea } from "@/components/ui/field";
import { apiRequest } from "@/lib/client/api-client";
import { textOf } from "@/lib/client/form-text";
import { parseJson } from "@/lib/client/parse-json";
import { useAction } from "@/lib/client/use-action";
import type { ProjectDetail } from "@/lib/contracts/projects";

export function CreateProject() {
  const t = useTranslations("projects.create");
  const router = useRouter();
  const [isOpen, setIsOpen] = useState(false);
  const { run, isPending, problem } = useAction();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const name = textOf(form, "name");
    const own = textOf(form, "codebook").trim();
    const preset = textOf(form, "preset");
    void run(async () => {
      const codebook = own === "" ? { preset } : { codebook: parseJson(own) };
      const project = await apiRequest<ProjectDetail>("/api/v1/projects", {
        method: "POST",
        body: { name, ...codebook },
      });
      router.push(`/projects/${project.id}`);
    });
  }

  return (
    <>
      <Button variant="primary" onClick={() => setIsOpen(true)}>
        {t("open")}
      </Button>
      <Dialog open={isOpen} onOpenChange={setIsOpen} title={t("title")}>
        <form onSubmit={submit} className="grid gap-4">
          <ProblemNote problem={problem} />
          <Field label={t("name")}>
            {(control) => <Input {...control} name="name" required maxLength={120} />}
          </Field>
          <PresetField />
          <details>
            <summary className="text-sm font-medium">{t("otherCodebook")}</summary>
            <div className="mt-3">
              <Field label={t("codebook")} hint={t("codebookHint")}>
                {(control) => (
                  <TextArea {...control} name="codebook" className="font-mono text-xs" rows={6} />
                )}
              </Field>
            </div>
          </details>
          <div className="flex justify-end gap-2">
            <Button onClick={() => setIsOpen(false)}>{t("cancel")}</Button>
            <Button type="submit" variant="primary" disabled={isPending}>
              {isPending ? t("pending") : t("submit")}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}

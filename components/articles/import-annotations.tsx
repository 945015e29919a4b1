"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";

import { ProblemNote } from "@/components/layout/problem-note";
import { Button } from "@/components/ui/button";
import { Checkbox, Field, Input, Select, TextArea } from "@/components/ui/field";
import { apiRequest } from "@/lib/client/api-client";
import { textOf } from "@/lib/client/form-text";
import { useAction } from "@/lib/client/use-action";
import type { AnnotationImportResult } from "@/lib/contracts/annotation-import";
import { annotationFormats } from "@/lib/contracts/imports";
import { AnnotationReport } from "./annotation-report";
import { readTagMap, withTag } from "./tag-map";
import { TagMapTable } from "./tag-map-table";

type ImportAnnotationsProps = {
  projectId: string;
  annotators: readonly { userId: string; name: string; pseudonym: string }[];
  tagIds: readonly string[];
};

const tagMapExample = "Loaded_Language = LOADED";

/** Uploads finished annotations as one annotator's layers; a check stores nothing. */
export function ImportAnnotations({ projectId, annotators, tagIds }: ImportAnnotationsProps) {
  const t = useTranslations("articles.annotations");
  const router = useRouter();
  const { run, isPending, problem } = useAction();
  const [report, setReport] = useState<AnnotationImportResult | null>(null);
  const [takesGood, setTakesGood] = useState(false);
  const [tagMap, setTagMap] = useState("");
  /** Whose work the chosen files hold, once that is known. */
  const [people, setPeople] = useState<readonly string[]>([]);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const { submitter } = event.nativeEvent as SubmitEvent;
    form.set("dryRun", String(submitter?.getAttribute("value") === "check"));
    for (const name of ["partial", "submit"]) form.set(name, String(form.get(name) === "on"));
    form.set("tagMap", JSON.stringify(readTagMap(textOf(form, "tagMap"))));
    setReport(null);
    void run(async () => {
      const path = `/api/v1/projects/${projectId}/annotations/import`;
      const answer = await apiRequest<AnnotationImportResult>(path, { method: "POST", body: form });
      setReport(answer);
      setPeople(answer.people);
      router.refresh();
    });
  }

  return (
    <details className="mb-8 rounded-xl border border-line bg-surface p-5">
      <summary className="cursor-pointer font-semibold">{t("heading")}</summary>
      <p className="my-3 text-sm text-muted">{t("intro")}</p>
      <form onSubmit={submit} className="grid gap-4">
        <Field label={t("files")}>
          {(control) => (
            <Input
              {...control}
              type="file"
              name="file"
              multiple
              required
              onChange={() => setPeople([])}
              className="py-2 text-sm"
            />
          )}
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t("annotator")}>
            {(control) => (
              <Select {...control} name="annotatorId" required defaultValue="">
                <option value="" disabled>
                  {t("chooseAnnotator")}
                </option>
                {annotators.map(({ userId, name, pseudonym }) => (
                  <option key={userId} value={userId}>{`${name} (${pseudonym})`}</option>
                ))}
              </Select>
            )}
          </Field>
          <Field label={t("format")}>
            {(control) => (
              <Select {...control} name="format" defaultValue="">
                <option value="">{t("byNameAndContent")}</option>
                {annotationFormats.map((format) => (
                  <option key={format} value={format}>
                    {t(`formats.${format}`)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </div>
        <Field label={t("tags")} hint={t("tagsHint")}>
          {(control) => (
            <TextArea
              {...control}
              name="tagMap"
              placeholder={tagMapExample}
              value={tagMap}
              onChange={(event) => setTagMap(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field label={t("whose")} hint={t("whoseHint")}>
          {(control) =>
            people.length < 2 ? (
              <Input {...control} name="sourceAnnotator" maxLength={200} />
            ) : (
              <Select {...control} name="sourceAnnotator" defaultValue="">
                <option value="">{t("choosePerson")}</option>
                {people.map((name) => (
                  <option key={name}>{name}</option>
                ))}
              </Select>
            )
          }
        </Field>
        <Checkbox name="submit" label={t("handIn")} />
        <Checkbox
          name="partial"
          label={t("partial")}
          checked={takesGood}
          onChange={({ target }) => setTakesGood(target.checked)}
        />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="primary" disabled={isPending}>
            {isPending ? t("reading") : t("submit")}
          </Button>
          <Button type="submit" value="check" disabled={isPending}>
            {t("check")}
          </Button>
        </div>
      </form>
      <div className="mt-4 empty:hidden">
        {problem && <ProblemNote problem={problem} />}
        {report && (
          <div className="grid gap-4">
            <TagMapTable
              tags={report.tags}
              tagIds={tagIds}
              onMap={(tag, tagId) => setTagMap((text) => withTag(text, tag, tagId))}
            />
            <AnnotationReport report={report} takesGood={takesGood} />
          </div>
        )}
      </div>
    </details>
  );
}

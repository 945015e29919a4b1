"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";

import { ProblemNote } from "@/components/layout/problem-note";
import { Button } from "@/components/ui/button";
import { Checkbox, Field, Select } from "@/components/ui/field";
import type { ChosenFile } from "@/lib/client/dropped-files";
import { textOf } from "@/lib/client/form-text";
import { articleFormats, encodings } from "@/lib/contracts/imports";
import { ColumnFields } from "./column-fields";
import { takeColumns } from "./take-columns";
import { DropZone } from "./drop-zone";
import { ImportReport } from "./import-report";
import { UploadProgress } from "./upload-progress";
import { usePreview } from "./use-preview";
import { useSendImport } from "./use-send-import";

/** Uploads article files; a check stores nothing and shows what would happen. */
export function ImportArticles({ projectId }: { projectId: string }) {
  const t = useTranslations("articles.import");
  const router = useRouter();
  const [files, setFiles] = useState<ChosenFile[]>([]);
  const { preview, problem: previewProblem, look } = usePreview(projectId);
  const { send, report, progress, isPending, problem, stop, forget } = useSendImport(projectId);

  function choose(chosen: ChosenFile[]) {
    setFiles(chosen);
    forget();
    void look(chosen, {});
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const { submitter } = event.nativeEvent as SubmitEvent;
    const [format, encoding] = [textOf(form, "format"), textOf(form, "encoding")];
    const choices = {
      ...(format === "" ? {} : { format }),
      ...(encoding === "" ? {} : { encoding }),
      columns: takeColumns(form),
      dryRun: submitter?.getAttribute("value") === "check",
      partial: form.get("partial") === "on",
    };
    void send(files, choices).then(() => router.refresh());
  }

  return (
    <section
      aria-labelledby="import-heading"
      className="mb-8 rounded-xl border border-line bg-surface p-5"
    >
      <h2 id="import-heading" className="mb-3 font-semibold">
        {t("heading")}
      </h2>
      <form
        onSubmit={submit}
        onChange={(event) => {
          const changed: EventTarget = event.target;
          const isReading =
            changed instanceof HTMLSelectElement && /^(format|encoding)$/.test(changed.name);
          if (!isReading) return;
          const form = new FormData(event.currentTarget);
          const [format, encoding] = [textOf(form, "format"), textOf(form, "encoding")];
          void look(files, { format, encoding });
        }}
        className="grid gap-4"
      >
        <DropZone files={files} onFiles={choose} />
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t("format")}>
            {(control) => (
              <Select {...control} name="format" defaultValue="">
                <option value="">{t("byNameAndContent")}</option>
                {articleFormats.map((format) => (
                  <option key={format} value={format}>
                    {t(`formats.${format}`)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field label={t("encoding")}>
            {(control) => (
              <Select {...control} name="encoding" defaultValue="">
                <option value="">{t("byItsBytes")}</option>
                {encodings.map((encoding) => (
                  <option key={encoding} value={encoding}>
                    {encoding}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </div>
        {previewProblem && <ProblemNote problem={previewProblem} />}
        <ColumnFields key={preview?.columns.join("\n") ?? ""} preview={preview} />
        <Checkbox name="partial" label={t("partial")} />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="primary" disabled={isPending || files.length === 0}>
            {isPending ? t("reading") : t("submit")}
          </Button>
          <Button type="submit" value="check" disabled={isPending || files.length === 0}>
            {t("check")}
          </Button>
        </div>
      </form>
      <div className="mt-4 empty:hidden">
        {progress && <UploadProgress progress={progress} onStop={stop} />}
        {problem && <ProblemNote problem={problem} />}
        {report && <ImportReport report={report} />}
      </div>
    </section>
  );
}

"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";

import { ProblemNote } from "@/components/layout/problem-note";
import { Button } from "@/components/ui/button";
import { Checkbox, Field, Input, Select } from "@/components/ui/field";
import { apiRequest } from "@/lib/client/api-client";
import { useAction } from "@/lib/client/use-action";
import type { ImportResult } from "@/lib/contracts/articles";
import type { ArticleFormat } from "@/lib/contracts/imports";
import { ColumnFields, takeColumns } from "./column-fields";
import { ImportReport } from "./import-report";

const formats: Record<Exclude<ArticleFormat, "html">, string> = {
  plain: "Article form: title, date, address, then a paragraph a line",
  text: "Title on the first line, the rest is text as it stands",
  csv: "CSV with a header",
  tsv: "Tab-separated with a header",
  json: "JSON: a list of articles",
  jsonl: "JSON Lines: an article a line",
};

/** Uploads article files; a check stores nothing and shows what would happen. */
export function ImportArticles({ projectId }: { projectId: string }) {
  const router = useRouter();
  const { run, isPending, problem } = useAction();
  const [report, setReport] = useState<ImportResult | null>(null);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const { submitter } = event.nativeEvent as SubmitEvent;
    form.set("dryRun", String(submitter?.getAttribute("value") === "check"));
    form.set("columns", JSON.stringify(takeColumns(form)));
    form.set("partial", String(form.get("partial") === "on"));
    setReport(null);
    void run(async () => {
      const path = `/api/v1/projects/${projectId}/articles/import`;
      setReport(await apiRequest<ImportResult>(path, { method: "POST", body: form }));
      router.refresh();
    });
  }

  return (
    <section
      aria-labelledby="import-heading"
      className="mb-8 rounded-xl border border-line bg-surface p-5"
    >
      <h2 id="import-heading" className="mb-3 font-semibold">
        Import
      </h2>
      <form onSubmit={submit} className="grid gap-4">
        <Field
          label="Article files"
          hint="In UTF-8, also packed as ZIP or .gz. In the article form, the date is YYYYMMDD; date and address may be empty lines."
        >
          {(control) => (
            <Input
              {...control}
              type="file"
              name="file"
              multiple
              required
              accept=".txt,.csv,.tsv,.json,.jsonl,.ndjson,.zip,.gz,text/plain"
              className="py-2 text-sm"
            />
          )}
        </Field>
        <Field label="Format">
          {(control) => (
            <Select {...control} name="format" defaultValue="">
              <option value="">Tell it by name and content</option>
              {Object.entries(formats).map(([format, label]) => (
                <option key={format} value={format}>
                  {label}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <ColumnFields />
        <Checkbox name="partial" label="Import the good files even when others have errors" />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="primary" disabled={isPending}>
            {isPending ? "Reading…" : "Import"}
          </Button>
          <Button type="submit" value="check" disabled={isPending}>
            Check without importing
          </Button>
        </div>
      </form>
      <div className="mt-4 empty:hidden">
        {problem && <ProblemNote problem={problem} />}
        {report && <ImportReport report={report} />}
      </div>
    </section>
  );
}

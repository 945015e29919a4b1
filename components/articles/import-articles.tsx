"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";

import { ProblemNote } from "@/components/layout/problem-note";
import { Button } from "@/components/ui/button";
import { Checkbox, Field, Input } from "@/components/ui/field";
import { apiRequest } from "@/lib/client/api-client";
import { useAction } from "@/lib/client/use-action";
import type { ImportResult } from "@/lib/contracts/articles";
import { ImportReport } from "./import-report";

/** Uploads files of the article form; a check stores nothing and shows what would happen. */
export function ImportArticles({ projectId }: { projectId: string }) {
  const router = useRouter();
  const { run, isPending, problem } = useAction();
  const [report, setReport] = useState<ImportResult | null>(null);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const { submitter } = event.nativeEvent as SubmitEvent;
    form.set("dryRun", String(submitter?.getAttribute("value") === "check"));
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
          hint="UTF-8 text: the title, the date as YYYYMMDD, the address, then one paragraph a line. Date and address may be empty lines."
        >
          {(control) => (
            <Input
              {...control}
              type="file"
              name="file"
              multiple
              required
              accept=".txt,text/plain"
              className="py-2 text-sm"
            />
          )}
        </Field>
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

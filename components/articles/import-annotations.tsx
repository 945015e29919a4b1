"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";

import { ProblemNote } from "@/components/layout/problem-note";
import { Button } from "@/components/ui/button";
import { Checkbox, Field, Input, Select, TextArea } from "@/components/ui/field";
import { apiRequest } from "@/lib/client/api-client";
import { textOf } from "@/lib/client/form-text";
import { useAction } from "@/lib/client/use-action";
import type { AnnotationImportResult } from "@/lib/contracts/annotation-import";
import type { AnnotationFormat } from "@/lib/contracts/imports";
import { AnnotationReport } from "./annotation-report";
import { readTagMap } from "./tag-map";

const formats: Record<AnnotationFormat, string> = {
  slantwise: "annotations.csv of this tool",
  brat: "brat standoff (.ann, with .txt if you have it)",
  ptc: "PTC / SemEval TSV",
  "web-annotation": "W3C Web Annotation JSON-LD",
  "label-studio": "Label Studio JSON",
  doccano: "doccano JSONL",
  basil: "BASIL JSON (_ann.json, with the article if you have it)",
  "uima-cas": "UIMA CAS JSON (INCEpTION)",
};

type ImportAnnotationsProps = {
  projectId: string;
  annotators: readonly { userId: string; name: string; pseudonym: string }[];
};

/** Uploads finished annotations as one annotator's layers; a check stores nothing. */
export function ImportAnnotations({ projectId, annotators }: ImportAnnotationsProps) {
  const router = useRouter();
  const { run, isPending, problem } = useAction();
  const [report, setReport] = useState<AnnotationImportResult | null>(null);

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
      setReport(await apiRequest<AnnotationImportResult>(path, { method: "POST", body: form }));
      router.refresh();
    });
  }

  return (
    <details className="mb-8 rounded-xl border border-line bg-surface p-5">
      <summary className="cursor-pointer font-semibold">Import finished annotations</summary>
      <p className="my-3 text-sm text-muted">
        Each file becomes the chosen annotator’s layer on an article that is here already, found by
        its id, its text or the file’s name.
      </p>
      <form onSubmit={submit} className="grid gap-4">
        <Field label="Annotation files">
          {(control) => (
            <Input
              {...control}
              type="file"
              name="file"
              multiple
              required
              className="py-2 text-sm"
            />
          )}
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="Annotator">
            {(control) => (
              <Select {...control} name="annotatorId" required defaultValue="">
                <option value="" disabled>
                  Choose whose layers they are
                </option>
                {annotators.map(({ userId, name, pseudonym }) => (
                  <option key={userId} value={userId}>{`${name} (${pseudonym})`}</option>
                ))}
              </Select>
            )}
          </Field>
          <Field label="Format of the annotations">
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
        </div>
        <Field
          label="Tags"
          hint="One a line, theirs = ours. Nothing behind the sign leaves a tag out; tags of the same id need no line."
        >
          {(control) => (
            <TextArea {...control} name="tagMap" placeholder="Loaded_Language = LOADED" />
          )}
        </Field>
        <Field label="Whose work" hint="Only for files that hold that of several people.">
          {(control) => <Input {...control} name="sourceAnnotator" maxLength={200} />}
        </Field>
        <Checkbox name="submit" label="Hand the layers in" />
        <Checkbox name="partial" label="Take the good files even when others are refused" />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="primary" disabled={isPending}>
            {isPending ? "Reading…" : "Import annotations"}
          </Button>
          <Button type="submit" value="check" disabled={isPending}>
            Check annotations
          </Button>
        </div>
      </form>
      <div className="mt-4 empty:hidden">
        {problem && <ProblemNote problem={problem} />}
        {report && <AnnotationReport report={report} />}
      </div>
    </details>
  );
}

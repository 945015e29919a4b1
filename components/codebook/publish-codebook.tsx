"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";

import { ProblemNote } from "@/components/layout/problem-note";
import { Button } from "@/components/ui/button";
import { Field, Input, TextArea } from "@/components/ui/field";
import { StatusNote } from "@/components/ui/status-note";
import { apiRequest } from "@/lib/client/api-client";
import { parseJson } from "@/lib/client/parse-json";
import { useAction } from "@/lib/client/use-action";
import type { Codebook } from "@/lib/domain/codebook/codebook";

type PublishCodebookProps = { projectId: string; current: Codebook };

/** Edits the whole definition as JSON; spans made under older versions stay as they are. */
export function PublishCodebook({ projectId, current }: PublishCodebookProps) {
  const router = useRouter();
  const { run, isPending, problem } = useAction();
  const [published, setPublished] = useState<number | null>(null);
  const [text, setText] = useState(() => JSON.stringify(current, null, 2));

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setPublished(null);
    void run(async () => {
      const path = `/api/v1/projects/${projectId}/codebook`;
      const body = parseJson(text);
      const { number } = await apiRequest<{ number: number }>(path, { method: "POST", body });
      setPublished(number);
      router.refresh();
    });
  }

  return (
    <details className="mt-6 rounded-xl border border-line bg-surface p-5">
      <summary className="font-semibold">Publish a new version</summary>
      <form onSubmit={submit} className="mt-4 grid gap-4">
        <ProblemNote problem={problem} />
        {published && <StatusNote tone="success">Version {published} is published.</StatusNote>}
        <Field label="Take it from a file" hint="Fills the text below; nothing is published yet.">
          {(control) => (
            <Input
              {...control}
              type="file"
              accept=".json,application/json"
              className="py-2 text-sm"
              onChange={({ target }) => void target.files?.[0]?.text().then(setText)}
            />
          )}
        </Field>
        <Field label="Codebook as JSON" hint="Change it here, or paste another one.">
          {(control) => (
            <TextArea
              {...control}
              name="definition"
              rows={16}
              className="font-mono text-xs"
              value={text}
              onChange={({ target }) => setText(target.value)}
            />
          )}
        </Field>
        <Button type="submit" variant="primary" disabled={isPending} className="justify-self-start">
          {isPending ? "Publishing…" : "Publish"}
        </Button>
      </form>
    </details>
  );
}

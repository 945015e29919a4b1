"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";

import { ProblemNote } from "@/components/layout/problem-note";
import { Button } from "@/components/ui/button";
import { Field, Input, Select, TextArea } from "@/components/ui/field";
import { ApiProblem, apiRequest } from "@/lib/client/api-client";
import { parseJson } from "@/lib/client/parse-json";
import { useAction } from "@/lib/client/use-action";
import {
  codebook as contract,
  type PresetDetail,
  type PresetSummary,
} from "@/lib/contracts/codebook";
import type { Codebook } from "@/lib/domain/codebook/codebook";
import { fieldErrorsOf } from "@/lib/domain/field-errors";
import type { Explanation } from "@/lib/domain/reason";

type CodebookSourceProps = {
  presets: readonly PresetSummary[];
  /** What the form stands for now, as JSON. */
  definition: Codebook;
  onTake: (definition: Codebook) => void;
};

/** Other places to take a whole codebook from: a published scheme, a file, or JSON text. */
export function CodebookSource({ presets, definition, onTake }: CodebookSourceProps) {
  const t = useTranslations("codebook.editor");
  const { run, isPending, problem } = useAction();
  const [presetId, setPresetId] = useState("");
  const [text, setText] = useState<string | null>(null);
  const json = text ?? JSON.stringify(definition, null, 2);
  const chosen = presets.find(({ id }) => id === presetId);

  const takePreset = () =>
    run(async () => {
      const path = `/api/v1/codebook-presets/${presetId}`;
      onTake((await apiRequest<PresetDetail>(path)).definition);
      setText(null);
    });

  const takeJson = (from: string) =>
    run(() => {
      onTake(readCodebook(from));
      setText(null);
      return Promise.resolve();
    });

  return (
    <details className="rounded-xl border border-line bg-surface p-4">
      <summary className="leading-8 font-semibold">{t("source")}</summary>
      <div className="mt-4 grid gap-4">
        <ProblemNote problem={problem} />
        <div className="flex flex-wrap items-end gap-3">
          <div className="min-w-0 flex-1 basis-72">
            <Field label={t("preset")} hint={chosen ? chosen.citation : t("presetHint")}>
              {(control) => (
                <Select
                  {...control}
                  value={presetId}
                  onChange={({ target }) => setPresetId(target.value)}
                >
                  <option value="">–</option>
                  {presets.map(({ id, title }) => (
                    <option key={id} value={id}>
                      {title}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          </div>
          <Button
            disabled={presetId === "" || isPending}
            className="mb-7"
            onClick={() => void takePreset()}
          >
            {t("takePreset")}
          </Button>
        </div>
        <Field label={t("file")} hint={t("fileHint")}>
          {(control) => (
            <Input
              {...control}
              type="file"
              accept=".json,application/json"
              className="py-2 text-sm"
              onChange={({ target }) => {
                void target.files?.[0]?.text().then((content) => {
                  setText(content);
                  return takeJson(content);
                });
              }}
            />
          )}
        </Field>
        <Field label={t("json")} hint={t("jsonHint")}>
          {(control) => (
            <TextArea
              {...control}
              rows={12}
              spellCheck={false}
              className="font-mono text-xs"
              value={json}
              onChange={({ target }) => setText(target.value)}
            />
          )}
        </Field>
        <Button
          className="justify-self-start"
          disabled={text === null}
          onClick={() => void takeJson(json)}
        >
          {t("takeJson")}
        </Button>
      </div>
    </details>
  );
}

/** @throws {ApiProblem} when the text is no JSON, or no codebook */
function readCodebook(text: string): Codebook {
  const parsed = contract.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  const because: Explanation = { reason: "not_a_codebook" };
  throw new ApiProblem(422, "invalid", "This isn't a codebook.", {
    errors: fieldErrorsOf(parsed.error.issues),
    ...because,
  });
}

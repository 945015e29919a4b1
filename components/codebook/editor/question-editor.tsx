import { useTranslations } from "next-intl";

import { Button } from "@/components/ui/button";
import { Checkbox, Field, Select } from "@/components/ui/field";
import type { QuestionDraft } from "@/lib/domain/codebook/codebook-draft";
import { removeAt, replaceAt } from "./replace-at";
import { LinesField, TextField } from "./text-fields";

const kinds = ["single", "multiple", "ordinal", "text"] as const;
const empty: QuestionDraft = {
  ...{ id: "", question: "", kind: "single", values: "", low: "", high: "" },
  ...{ isRequired: false, isPrivate: false },
};

type QuestionEditorProps = {
  questions: readonly QuestionDraft[];
  onChange: (questions: QuestionDraft[]) => void;
};

/** What is asked about the article as a whole. */
export function QuestionEditor({ questions, onChange }: QuestionEditorProps) {
  const t = useTranslations("codebook.editor");
  const kindName = useTranslations("codebook.kinds");
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-2 text-xl font-semibold">{t("questions")}</legend>
      {questions.map((question, at) => {
        const name = question.id || t("newQuestion");
        const set = (change: Partial<QuestionDraft>) => onChange(replaceAt(questions, at, change));
        return (
          <div
            key={at}
            className="grid gap-3 rounded-lg border border-line bg-surface p-3 md:grid-cols-2"
          >
            <TextField
              label={t("questionId", { at: at + 1 })}
              value={question.id}
              onChange={(id) => set({ id })}
            />
            <Field label={t("kindOf", { name })}>
              {(control) => (
                <Select
                  {...control}
                  value={question.kind}
                  onChange={({ target }) =>
                    set({ kind: kinds.find((kind) => kind === target.value) ?? "text" })
                  }
                >
                  {kinds.map((kind) => (
                    <option key={kind} value={kind}>
                      {kindName(kind)}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
            <LinesField
              label={t("wording", { name })}
              value={question.question}
              onChange={(text) => set({ question: text })}
            />
            {question.kind === "text" ? (
              <span />
            ) : (
              <LinesField
                label={t("valuesOf", { name })}
                hint={question.kind === "ordinal" ? t("scaleHint") : t("onePerLine")}
                value={question.values}
                onChange={(values) => set({ values })}
              />
            )}
            {question.kind === "ordinal" && (
              <>
                <TextField
                  label={t("lowEnd", { name })}
                  value={question.low}
                  onChange={(low) => set({ low })}
                />
                <TextField
                  label={t("highEnd", { name })}
                  value={question.high}
                  onChange={(high) => set({ high })}
                />
              </>
            )}
            <div className="flex flex-wrap items-center gap-4 md:col-span-2">
              <Checkbox
                label={t("isNeeded", { name })}
                checked={question.isRequired}
                onChange={({ target }) => set({ isRequired: target.checked })}
              />
              <Checkbox
                label={t("isPrivate", { name })}
                checked={question.isPrivate}
                onChange={({ target }) => set({ isPrivate: target.checked })}
              />
              <Button size="sm" variant="danger" onClick={() => onChange(removeAt(questions, at))}>
                {t("remove", { name })}
              </Button>
            </div>
          </div>
        );
      })}
      <Button className="justify-self-start" onClick={() => onChange([...questions, empty])}>
        {t("addQuestion")}
      </Button>
    </fieldset>
  );
}

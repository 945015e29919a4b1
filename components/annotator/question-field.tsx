import { useTranslations } from "next-intl";

import { Checkbox, Field, Input, Select } from "@/components/ui/field";
import type { AnswerValue } from "@/lib/domain/codebook/check-answers";
import type { QuestionDefinition } from "@/lib/domain/codebook/codebook";
import { ScaleField } from "./scale-field";

type QuestionFieldProps = {
  question: QuestionDefinition;
  value: AnswerValue | undefined;
  isReadOnly: boolean;
  onChange: (value: AnswerValue) => void;
};

/** One question about the whole article. */
export function QuestionField({ question, value, isReadOnly, onChange }: QuestionFieldProps) {
  const t = useTranslations("annotator.submit");
  const label = question.isRequired
    ? t("needed", { question: question.question })
    : question.question;
  if (question.kind === "multiple") {
    const chosen = typeof value === "string" ? [] : (value ?? []);
    const toggle = (one: string, isOn: boolean) =>
      onChange(isOn ? [...chosen, one] : chosen.filter((other) => other !== one));
    return (
      <fieldset disabled={isReadOnly}>
        <legend className="mb-1 text-sm font-medium">{label}</legend>
        <div className="grid grid-cols-1 gap-x-4 sm:grid-cols-2">
          {question.values.map((one) => (
            <Checkbox
              key={one}
              label={one}
              checked={chosen.includes(one)}
              onChange={({ target }) => toggle(one, target.checked)}
            />
          ))}
        </div>
      </fieldset>
    );
  }
  const text = typeof value === "string" ? value : "";
  if (question.kind === "ordinal") {
    return <ScaleField value={text} {...{ question, label, isReadOnly, onChange }} />;
  }
  return (
    <Field label={label}>
      {(control) =>
        question.kind !== "text" ? (
          <Select
            {...control}
            disabled={isReadOnly}
            value={text}
            onChange={({ target }) => onChange(target.value)}
          >
            <option value="">–</option>
            {question.values.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </Select>
        ) : (
          <Input
            {...control}
            disabled={isReadOnly}
            maxLength={4000}
            value={text}
            onChange={({ target }) => onChange(target.value)}
          />
        )
      }
    </Field>
  );
}

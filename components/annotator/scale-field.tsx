import { useId } from "react";

import type { QuestionDefinition } from "@/lib/domain/codebook/codebook";

type ScaleFieldProps = {
  question: QuestionDefinition;
  label: string;
  value: string;
  isReadOnly: boolean;
  onChange: (value: string) => void;
};

/** A scale with the meaning of both ends beside it; the arrow keys walk along. */
export function ScaleField({ question, label, value, isReadOnly, onChange }: ScaleFieldProps) {
  const name = useId();
  const { values, ends } = question;
  return (
    <fieldset disabled={isReadOnly}>
      <legend className="mb-1 text-sm font-medium">{label}</legend>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 text-sm">
        <span className="text-muted">{ends?.low}</span>
        <span className="flex flex-wrap gap-1">
          {values.map((one) => (
            <label
              key={one}
              className="grid min-h-9 min-w-9 cursor-pointer place-items-center rounded-md border border-line-strong bg-surface px-2 tabular-nums has-checked:border-accent has-checked:bg-accent-soft has-checked:font-semibold has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
            >
              <input
                type="radio"
                className="sr-only"
                name={name}
                value={one}
                checked={value === one}
                onChange={() => onChange(one)}
              />
              {one.replace("-", "−")}
            </label>
          ))}
        </span>
        <span className="text-muted">{ends?.high}</span>
      </div>
    </fieldset>
  );
}

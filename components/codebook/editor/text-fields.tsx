import type { ReactNode } from "react";

import { Field, Input, TextArea } from "@/components/ui/field";

type TextFieldProps = {
  label: string;
  hint?: ReactNode;
  value: string;
  onChange: (value: string) => void;
  /** An id of a part that was published stays what it is. */
  isReadOnly?: boolean;
  autoFocus?: boolean;
  className?: string;
};

export function TextField({ label, hint, value, onChange, isReadOnly, ...rest }: TextFieldProps) {
  return (
    <Field label={label} hint={hint}>
      {(control) => (
        <Input
          {...control}
          {...rest}
          value={value}
          readOnly={isReadOnly}
          maxLength={4000}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}

type LinesFieldProps = TextFieldProps & { rows?: number };

export function LinesField({ label, hint, value, onChange, rows = 2, ...rest }: LinesFieldProps) {
  const { isReadOnly: _, className = "", ...control2 } = rest;
  return (
    <Field label={label} hint={hint}>
      {(control) => (
        <TextArea
          {...control}
          {...control2}
          rows={rows}
          className={`min-h-16 ${className}`}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}

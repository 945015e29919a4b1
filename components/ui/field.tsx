import { type ComponentProps, type ReactNode, useId } from "react";

type Control = { id: string; "aria-describedby"?: string; "aria-invalid"?: true };
type FieldProps = {
  label: string;
  hint?: ReactNode;
  error?: ReactNode;
  children: (control: Control) => ReactNode;
};

/** A labelled control with its hint and its error tied to it. */
export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId();
  const describedBy = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean);
  const control: Control = {
    id,
    ...(describedBy.length > 0 ? { "aria-describedby": describedBy.join(" ") } : {}),
    ...(error ? { "aria-invalid": true } : {}),
  };
  return (
    <div className="grid content-start gap-1.5">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      {children(control)}
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="text-sm text-danger">
          {error}
        </p>
      )}
    </div>
  );
}

const box =
  "w-full rounded-md border border-line-strong bg-surface px-3 text-ink placeholder:text-muted";

export function Input({ className = "", ...rest }: ComponentProps<"input">) {
  return <input className={`${box} min-h-10 ${className}`} {...rest} />;
}

export function TextArea({ className = "", ...rest }: ComponentProps<"textarea">) {
  return <textarea className={`${box} min-h-24 py-2 ${className}`} {...rest} />;
}

export function Select({ className = "", ...rest }: ComponentProps<"select">) {
  return <select className={`${box} min-h-10 pr-8 ${className}`} {...rest} />;
}

type CheckboxProps = Omit<ComponentProps<"input">, "type"> & { label: ReactNode };

export function Checkbox({ label, className = "", ...rest }: CheckboxProps) {
  return (
    <label className={`flex min-h-8 items-start gap-2.5 text-sm ${className}`}>
      <input type="checkbox" className="mt-0.5 size-4 shrink-0 accent-accent" {...rest} />
      <span>{label}</span>
    </label>
  );
}

import type { ComponentProps } from "react";

type Variant = "primary" | "secondary" | "quiet" | "danger";
type Size = "md" | "sm";

const base =
  "inline-flex items-center justify-center gap-2 rounded-md border font-medium transition-colors disabled:opacity-60";
const sizes: Record<Size, string> = {
  md: "min-h-10 px-4 py-1.5 text-sm",
  sm: "min-h-8 px-2.5 py-1 text-sm",
};
const variants: Record<Variant, string> = {
  primary: "border-accent bg-accent text-on-accent hover:opacity-90",
  secondary: "border-line-strong bg-surface text-ink hover:bg-sunken",
  quiet: "border-transparent text-accent hover:bg-sunken",
  danger: "border-danger bg-surface text-danger hover:bg-danger-soft",
};

/** The look of a button, for links that lead on like one. */
export function buttonClasses(variant: Variant = "secondary", size: Size = "md"): string {
  return `${base} ${sizes[size]} ${variants[variant]}`;
}

type ButtonProps = ComponentProps<"button"> & { variant?: Variant; size?: Size };

export function Button({ variant, size, className = "", ...rest }: ButtonProps) {
  return (
    <button type="button" className={`${buttonClasses(variant, size)} ${className}`} {...rest} />
  );
}

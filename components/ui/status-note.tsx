import type { ReactNode } from "react";

const tones = {
  info: { look: "border-accent bg-accent-soft text-ink", role: "status" },
  success: { look: "border-success bg-success-soft text-ink", role: "status" },
  warning: { look: "border-warning bg-warning-soft text-ink", role: "status" },
  danger: { look: "border-danger bg-danger-soft text-ink", role: "alert" },
} as const;

type StatusNoteProps = { tone: keyof typeof tones; title?: string; children?: ReactNode };

/** What just happened, or what is in the way; announced as it appears. */
export function StatusNote({ tone, title, children }: StatusNoteProps) {
  const { look, role } = tones[tone];
  return (
    <div role={role} className={`rounded-md border-l-4 px-4 py-3 text-sm ${look}`}>
      {title && <p className="font-semibold">{title}</p>}
      {children}
    </div>
  );
}

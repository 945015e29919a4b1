import type { ReactNode } from "react";

export const sectionIds = [
  "families",
  "tags",
  "pairs",
  "confusion",
  "gold",
  "trend",
  "values",
  "planning",
  "advanced",
  "references",
] as const;
export type SectionId = (typeof sectionIds)[number];

type SectionProps = { id: SectionId; title: string; note?: ReactNode; children: ReactNode };

/** A part of the page that the table of contents leads to. */
export function Section({ id, title, note, children }: SectionProps) {
  return (
    <section id={id} aria-labelledby={`${id}-heading`} className="mt-12 scroll-mt-6 first:mt-0">
      <h2 id={`${id}-heading`} className="text-xl font-semibold">
        {title}
      </h2>
      {note && <p className="mt-1 max-w-prose text-sm text-muted">{note}</p>}
      <div className="mt-4 grid grid-cols-1 gap-5">{children}</div>
    </section>
  );
}

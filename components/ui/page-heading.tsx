import type { ReactNode } from "react";

/** A page's h1 with a line on what it is for, and its main action. */
export function PageHeading({
  title,
  children,
  action,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="mb-6 flex flex-wrap items-start justify-between gap-4">
      <div className="min-w-0">
        <h1 className="font-serif text-3xl font-semibold text-balance break-words">{title}</h1>
        {children && <p className="mt-1.5 max-w-prose text-muted">{children}</p>}
      </div>
      {action}
    </div>
  );
}

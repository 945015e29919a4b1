import type { ReactNode } from "react";

type AccountCardProps = { title: string; intro: ReactNode; children: ReactNode };

/** The narrow card that account forms stand in. */
export function AccountCard({ title, intro, children }: AccountCardProps) {
  return (
    <div className="mx-auto mt-6 max-w-md rounded-xl border border-line bg-surface p-6 sm:mt-16 sm:p-8">
      <h1 className="font-serif text-2xl font-semibold">{title}</h1>
      <div className="mt-2 mb-6 text-sm text-muted">{intro}</div>
      {children}
    </div>
  );
}

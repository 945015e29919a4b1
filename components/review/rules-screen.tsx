import Link from "next/link";

import { PageHeading } from "@/components/ui/page-heading";
import type { CitedRule } from "@/lib/contracts/precedents";

type RulesScreenProps = { projectId: string; rules: readonly CitedRule[] };

/** The codebook's rules with how often each was cited, and the gaps that reviewers filed. */
export function RulesScreen({ projectId, rules }: RulesScreenProps) {
  const base = `/projects/${projectId}/review`;
  return (
    <>
      <p className="mb-2">
        <Link href={base} className="text-sm text-accent underline underline-offset-4">
          All disagreements
        </Link>
      </p>
      <PageHeading title="Rules and gaps">
        What was decided by each rule, and where the codebook was silent.
      </PageHeading>
      <ul
        aria-label="Rules"
        className="max-w-prose divide-y divide-line rounded-lg border border-line bg-surface"
      >
        {rules.map(({ id, title, count }) => (
          <li key={id}>
            <Link
              href={`${base}/rules/${encodeURIComponent(id)}`}
              className="flex gap-3 px-4 py-3 -outline-offset-2 hover:bg-sunken"
            >
              <span className="w-12 shrink-0 font-semibold">{id}</span>
              <span className="min-w-0 flex-1">{title}</span>
              <span className="text-muted tabular-nums">
                {count} {count === 1 ? "decision" : "decisions"}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

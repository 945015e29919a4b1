import type { Agreement } from "@/lib/contracts/agreement";
import { PairMatrix } from "./pair-matrix";
import { PairTable } from "./pair-table";

/** A larger matrix can't be read any more; who shares most articles stays in it. */
const mostAnnotators = 25;

/** Every two annotators that share an article, as a matrix and as a list. */
export function PairSection({ agreement }: { agreement: Agreement }) {
  const { projectId, mayReadDisagreements, families } = agreement;
  const people = busiest(agreement.pairs);
  const pairs = agreement.pairs.filter(({ annotators }) =>
    annotators.every((one) => people.includes(one)),
  );
  return (
    <>
      <PairMatrix
        inbox={{ projectId, mayReadDisagreements }}
        people={people}
        pairs={pairs}
        familyIds={families.map(({ familyId }) => familyId)}
      />
      <PairTable agreement={agreement} />
    </>
  );
}

function busiest(pairs: Agreement["pairs"]): string[] {
  const shared = new Map<string, number>();
  for (const { annotators, nArticles } of pairs) {
    for (const one of annotators) shared.set(one, (shared.get(one) ?? 0) + nArticles);
  }
  return [...shared]
    .sort((a, b) => b[1] - a[1])
    .slice(0, mostAnnotators)
    .map(([name]) => name)
    .sort();
}

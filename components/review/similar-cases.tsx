import { useTranslations } from "next-intl";

import { Button } from "@/components/ui/button";
import type { DisagreementDetail, SimilarItem } from "@/lib/contracts/review";
import { carryRuling } from "@/lib/domain/review/carry-ruling";
import { standingDecisions } from "@/lib/domain/review/standing-decision";
import { SimilarCase } from "./similar-case";
import { useApplyRuling } from "./use-apply-ruling";

type SimilarCasesProps = {
  disagreement: DisagreementDetail;
  similar: readonly SimilarItem[];
  ticked: ReadonlySet<string>;
  onTick: (ticked: ReadonlySet<string>) => void;
};

/** Other waiting disagreements about the same words or tags, to be settled by the same ruling. */
export function SimilarCases({ disagreement, similar, ticked, onTick }: SimilarCasesProps) {
  const t = useTranslations("review");
  const { apply, results, isPending } = useApplyRuling(disagreement);
  const ruling =
    disagreement.status === "decided"
      ? standingDecisions(disagreement.decisions).at(-1)
      : undefined;
  const chosen = similar.filter(({ id }) => ticked.has(id) && results.get(id)?.isDone !== true);
  const carried = chosen.flatMap((item) => {
    const choice = ruling && carryRuling(ruling, disagreement.members, item.members);
    return choice ? [{ item, choice }] : [];
  });
  const nDone = [...results.values()].filter(({ isDone }) => isDone).length;

  function tick(id: string, isTicked: boolean) {
    const others = [...ticked].filter((one) => one !== id);
    onTick(new Set(isTicked ? [...others, id] : others));
  }

  return (
    <section aria-labelledby="similar-heading" className="mt-8">
      <h2 id="similar-heading" className="text-lg font-semibold">
        {t("similar.title")}
      </h2>
      <p className="mt-1 max-w-prose text-sm text-muted">
        {t(ruling ? "similar.apply" : "similar.tick")}
      </p>
      <ul
        aria-label={t("similar.title")}
        className="mt-3 divide-y divide-line rounded-lg border border-line bg-surface"
      >
        {similar.map((item) => (
          <SimilarCase
            key={item.id}
            item={item}
            isTicked={ticked.has(item.id)}
            isFitting={!ruling || carryRuling(ruling, disagreement.members, item.members) !== null}
            result={results.get(item.id)}
            onTick={(isTicked) => tick(item.id, isTicked)}
          />
        ))}
      </ul>
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <Button
          variant="primary"
          disabled={!ruling || carried.length === 0 || isPending}
          onClick={() => ruling && void apply(ruling, carried)}
        >
          {t("similar.applyTicked")}
        </Button>
        <p role="status" className="text-sm">
          {isPending && t("decide.saving")}
          {!isPending &&
            results.size > 0 &&
            t("similar.done", { done: nDone, total: results.size })}
        </p>
      </div>
    </section>
  );
}

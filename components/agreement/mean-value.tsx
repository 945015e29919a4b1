import { useTranslations } from "next-intl";

import type { AdvancedReport } from "@/lib/contracts/agreement-advanced";

import { useFigures } from "./use-figures";

/** A mean over articles, with its interval, and on how many it rests and why not on the others. */
export function MeanValue({ figure }: { figure: AdvancedReport["families"][number]["u"] }) {
  const t = useTranslations("agreement.adv");
  const { coefficient, interval, reason } = useFigures();
  const { mean, nArticles, undefinedBecause } = figure;
  const [most] = undefinedBecause;
  return (
    <>
      {coefficient(mean)}
      <span className="block min-w-28 text-xs text-muted">
        {mean.value === null && !most && reason(mean.reason)}
        {mean.value !== null && t("onArticles", { count: nArticles })}
        {figure.interval.lower !== null && ` · ${interval(figure.interval)}`}
        {most && (
          <span className="block">
            {t("undefinedOn", { count: most.nArticles, reason: reason(most.reason) })}
          </span>
        )}
      </span>
    </>
  );
}

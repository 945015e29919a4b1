import { useFormatter, useTranslations } from "next-intl";

import { StatusNote } from "@/components/ui/status-note";
import type { Agreement } from "@/lib/contracts/agreement";
import { AdvancedFamilyTable } from "./advanced-family-table";
import { AdvancedTagTable } from "./advanced-tag-table";
import { ComputeAdvanced } from "./compute-advanced";
import { RefreshWhenReady } from "./refresh-when-ready";

/** Coefficients for units, for who asks for them. */
export function AdvancedSection({ agreement }: { agreement: Agreement }) {
  const t = useTranslations("agreement.adv");
  const format = useFormatter();
  const { projectId, advanced } = agreement;
  const { status, report, computedAt } = advanced;
  return (
    <>
      {status === "computing" && (
        <StatusNote tone="info">
          <RefreshWhenReady />
          <p>{t("computing")}</p>
        </StatusNote>
      )}
      {status === "outdated" && <p className="text-sm">{t("outdated")}</p>}
      {(status === "none" || status === "outdated") && (
        <ComputeAdvanced
          projectId={projectId}
          label={status === "none" ? t("compute") : t("again")}
        />
      )}
      {report && (
        <>
          <p className="max-w-prose text-sm text-muted">
            {t("computedAt", {
              at: computedAt
                ? format.dateTime(new Date(computedAt), { dateStyle: "medium", timeStyle: "short" })
                : "",
              articles: report.nArticles,
              samples: report.gammaSamples,
              seed: String(report.gammaSeed),
            })}
          </p>
          <AdvancedFamilyTable agreement={agreement} report={report} />
          <AdvancedTagTable agreement={agreement} report={report} />
        </>
      )}
    </>
  );
}

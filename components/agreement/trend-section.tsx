import { useTranslations } from "next-intl";

import type { Agreement } from "@/lib/contracts/agreement";
import { DownloadCsv } from "./download-csv";
import { inboxLink } from "./inbox-link";
import { TrendChart } from "./trend-chart";
import { TrendTable } from "./trend-table";

/** How agreement moves: by week, and from one codebook version to the next. */
export function TrendSection({ agreement }: { agreement: Agreement }) {
  const t = useTranslations("agreement.trendChart");
  const { weeks, versions, families, projectId } = agreement;
  const familyIds = families.map(({ familyId }) => familyId);
  const trends = [
    {
      scope: "week",
      title: t("weeks"),
      caption: t("weeksTable"),
      group: t("week"),
      points: weeks.map(({ week, ...point }) => ({ name: week, ...point })),
    },
    {
      scope: "codebook_version",
      title: t("versions"),
      caption: t("versionsTable"),
      group: t("version"),
      points: versions.map(({ codebookNumber, ...point }) => ({
        name: String(codebookNumber),
        ...point,
      })),
    },
  ] as const;
  return trends.map(({ scope, title, caption, group, points }) => (
    <section key={scope} aria-label={title}>
      <h3 className="mb-2 font-semibold">{title}</h3>
      {points.length === 0 ? (
        <p className="text-sm text-muted">{t("none")}</p>
      ) : (
        <div className="grid grid-cols-1 gap-3">
          <TrendChart
            name={`agreement-by-${scope.replace("_", "-")}`}
            points={points}
            familyIds={familyIds}
            actions={
              <DownloadCsv
                name={`agreement-by-${scope.replace("_", "-")}.csv`}
                scopes={[scope]}
                projectId={projectId}
              />
            }
          />
          <TrendTable
            {...{ caption, group, points, familyIds }}
            hrefOf={(name, family) =>
              inboxLink(agreement, {
                ...(family ? { family } : {}),
                ...(scope === "week" ? { week: name } : { codebookVersion: name }),
              })
            }
          />
        </div>
      )}
    </section>
  ));
}

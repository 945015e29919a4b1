import { useFormatter, useTranslations } from "next-intl";

import { StatusNote } from "@/components/ui/status-note";
import { Table } from "@/components/ui/table";
import type { PlanResult } from "@/lib/contracts/assignments";

/** Each person's load before and after, and where people are missing. */
export function PlanReport({ plan }: { plan: PlanResult }) {
  const t = useTranslations("assignments.plan");
  const format = useFormatter();
  const { created, dryRun, load, shortages, items } = plan;
  const missing = shortages.reduce((sum, shortage) => sum + shortage.missing, 0);
  return (
    <div className="grid gap-4">
      {dryRun ? (
        <StatusNote tone="info" title={t("wouldMake", { count: items.length })}>
          {items.length === 0 && t("enoughAlready")}
        </StatusNote>
      ) : (
        <StatusNote tone="success" title={t("made", { count: created })} />
      )}
      {missing > 0 && (
        <StatusNote tone="warning" title={t("tooFew")}>
          {t("missing", { missing, articles: shortages.length })}
        </StatusNote>
      )}
      <Table caption={t("load")} head={[t("annotator"), t("before"), t("added"), t("after")]}>
        {load.map(({ annotatorId, name, before, added }) => (
          <tr key={annotatorId}>
            <td>{name}</td>
            <td>{format.number(before)}</td>
            <td>{format.number(added)}</td>
            <td>{format.number(before + added)}</td>
          </tr>
        ))}
      </Table>
    </div>
  );
}

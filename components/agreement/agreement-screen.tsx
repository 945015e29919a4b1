import { useFormatter, useTranslations } from "next-intl";

import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { StatusNote } from "@/components/ui/status-note";
import type { Agreement } from "@/lib/contracts/agreement";
import { AdvancedSection } from "./advanced-section";
import { AlphaChart } from "./alpha-chart";
import { ConfusionTable } from "./confusion-table";
import { Contents } from "./contents";
import { FamilySection } from "./family-section";
import { FieldReferences } from "./field-references";
import { GoldTable } from "./gold-table";
import { PairSection } from "./pair-section";
import { PlanArticles } from "./plan-articles";
import { planChoices } from "./plan-choices";
import { RefreshWhenReady } from "./refresh-when-ready";
import { Section } from "./section";
import { TagTable } from "./tag-table";
import { TrendSection } from "./trend-section";
import { ValueTables } from "./value-tables";

/** Agreement of a project: never one number, each with its unit, data and interval. */
export function AgreementScreen({ agreement }: { agreement: Agreement }) {
  const t = useTranslations("agreement");
  const format = useFormatter();
  const { label, nArticles, nAnnotators, families, computedAt, draws } = agreement;
  const computed =
    computedAt &&
    format.dateTime(new Date(computedAt), { dateStyle: "medium", timeStyle: "short" });
  return (
    <>
      <PageHeading title={t("title")}>
        {t("heading", {
          coefficient: label.coefficient,
          unit: t("label.unit"),
          level: t("label.level"),
          interval: t("label.interval", { draws }),
          version: String(label.codebookVersion),
          software: label.softwareVersion,
          computed: computed ?? "none",
        })}
      </PageHeading>
      {agreement.isRefreshing && (
        <StatusNote tone="info" title={t("refreshing")}>
          <RefreshWhenReady />
          <p>{t("refreshingNote")}</p>
        </StatusNote>
      )}
      {nArticles === 0 ? (
        <div className="grid grid-cols-1 gap-10">
          <EmptyState title={t("empty")}>{t("emptyNote")}</EmptyState>
          <FieldReferences />
        </div>
      ) : (
        <div className="grid grid-cols-1 gap-8 lg:grid-cols-[12rem_minmax(0,1fr)]">
          <Contents />
          <div>
            <p className="mb-6 max-w-prose text-sm">
              {t.rich("basis", {
                articles: nArticles,
                annotators: nAnnotators,
                strong: (chunks) => <strong>{chunks}</strong>,
              })}{" "}
              {nArticles < 5 && t("tooFew")} {t("silence")}{" "}
              {agreement.nTrainingLayers > 0 && t("training", { count: agreement.nTrainingLayers })}
            </p>
            <Section id="families" title={t("families")}>
              {families.map((family, at) => (
                <FamilySection
                  key={family.familyId}
                  agreement={agreement}
                  family={family}
                  at={at}
                />
              ))}
            </Section>
            <Section id="tags" title={t("tags")}>
              <AlphaChart tags={agreement.tags} />
              <TagTable agreement={agreement} />
            </Section>
            <Section id="pairs" title={t("pairs")} note={t("pair.note")}>
              <PairSection agreement={agreement} />
            </Section>
            <Section
              id="confusion"
              title={t("confusion")}
              note={t("confused.note", { matching: t("confused.matching") })}
            >
              {families.map((family) => (
                <ConfusionTable key={family.familyId} agreement={agreement} family={family} />
              ))}
            </Section>
            <Section id="gold" title={t("gold")} note={t("goldTable.note")}>
              <GoldTable agreement={agreement} />
            </Section>
            <Section id="trend" title={t("trend")} note={t("trendChart.note")}>
              <TrendSection agreement={agreement} />
            </Section>
            <Section id="values" title={t("values")} note={t("value.intervals")}>
              <ValueTables agreement={agreement} />
            </Section>
            <Section id="planning" title={t("planning")} note={t("plan.note")}>
              <PlanArticles nArticles={nArticles} choices={planChoices(agreement)} />
            </Section>
            <Section id="advanced" title={t("advanced")} note={t("adv.note")}>
              <AdvancedSection agreement={agreement} />
            </Section>
            <div id="references" className="mt-12 scroll-mt-6">
              <FieldReferences />
            </div>
          </div>
        </div>
      )}
    </>
  );
}

import { useTranslations } from "next-intl";

import { PageHeading } from "@/components/ui/page-heading";
import type { CitedRule } from "@/lib/contracts/precedents";
import { gapRule } from "@/lib/domain/review/gap-rule";
import { Link } from "../ui/link";

type RulesScreenProps = { projectId: string; rules: readonly CitedRule[] };

/** The codebook's rules with how often each was cited, and the gaps that reviewers filed. */
export function RulesScreen({ projectId, rules }: RulesScreenProps) {
  const t = useTranslations("review");
  const base = `/projects/${projectId}/review`;
  return (
    <>
      <p className="mb-2">
        <Link href={base} className="text-sm text-accent underline underline-offset-4">
          {t("case.all")}
        </Link>
      </p>
      <PageHeading title={t("titles.rules")}>{t("rules.intro")}</PageHeading>
      <ul
        aria-label={t("rules.list")}
        className="max-w-prose divide-y divide-line rounded-lg border border-line bg-surface"
      >
        {rules.map(({ id, title, count }) => (
          <li key={id}>
            <Link
              href={`${base}/rules/${encodeURIComponent(id)}`}
              className="flex gap-3 px-4 py-3 -outline-offset-2 hover:bg-sunken"
            >
              <span className="w-12 shrink-0 font-semibold">{id}</span>
              <span className="min-w-0 flex-1">{id === gapRule ? t("decide.gap") : title}</span>
              <span className="text-muted tabular-nums">{t("rules.count", { count })}</span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

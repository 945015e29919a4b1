import { useTranslations } from "next-intl";

import { familyStyle } from "@/components/codebook/tag-style";
import { CopyButton } from "@/components/ui/copy-button";
import type { Agreement } from "@/lib/contracts/agreement";
import { Link } from "../ui/link";
import { inboxLink } from "./inbox-link";
import { useFigures } from "./use-figures";

type Family = Agreement["families"][number];
type FamilySectionProps = { agreement: Agreement; family: Family; at: number };
/** Families of the default codebook that published values are known for. */
const references = { SOURCING: "referenceSourcing", FRAMING: "referenceFraming" } as const;

/** One family: how well people agree beyond chance, and where agreement gets lost. */
export function FamilySection({ agreement, family, at }: FamilySectionProps) {
  const t = useTranslations("agreement.family");
  const { coefficient, interval, percent, reason } = useFigures();
  const { nArticles, methodsSentences } = agreement;
  const { familyId, alpha } = family;
  const sentence = methodsSentences.find((one) => one.familyId === familyId)?.text ?? "";
  const reference = familyId in references ? references[familyId as keyof typeof references] : null;
  const raw = coefficient(family.tagAgreement);
  const whereMeaning = t("whereMeaning", { matched: family.nMatched });
  const steps = [
    { id: "noticed", kind: "one_sided", figure: family.noticed, meaning: t("noticedMeaning") },
    { id: "where", kind: "boundary", figure: family.sameEdges, meaning: whereMeaning },
    { id: "which", kind: "tag", figure: family.tagKappa, meaning: t("whichMeaning", { raw }) },
  ] as const;
  return (
    <section
      aria-labelledby={`family-${familyId}`}
      className="rounded-xl border border-line bg-surface p-5"
    >
      <div className="flex flex-wrap items-baseline gap-x-6 gap-y-1">
        <h3 id={`family-${familyId}`} className={`text-lg font-semibold ${familyStyle(at).text}`}>
          {familyId}
        </h3>
        <p className="text-2xl font-semibold tabular-nums">
          <span className="text-base font-normal text-muted">{t("alpha")} </span>
          {coefficient(alpha)}
        </p>
        <p className="text-sm text-muted">
          {alpha.value === null
            ? reason(alpha.reason)
            : family.interval.lower === null
              ? t("noInterval")
              : t("interval", { range: interval(family.interval) })}
          {" · "}
          {t("facts", {
            prevalence: percent(family.prevalence),
            agreement: percent(family.agreement),
            spans: family.nSpans,
            articles: nArticles,
          })}
        </p>
      </div>
      {reference && (
        <p className="mt-2 text-sm text-muted">{t("reference", { text: t(reference) })}</p>
      )}
      <dl className="mt-4 grid gap-4 text-sm md:grid-cols-3">
        {steps.map(({ id, kind, figure, meaning }) => {
          const href = inboxLink(agreement, { family: familyId, kind });
          return (
            <div key={id}>
              <dt className="font-medium">
                {t(id)} <span className="ml-1 text-lg tabular-nums">{coefficient(figure)}</span>
              </dt>
              <dd className="mt-0.5 text-muted">
                {figure.value === null ? reason(figure.reason) : meaning} {t(`${id}Remedy`)}{" "}
                {href && (
                  <Link
                    href={href}
                    aria-label={t("seeOf", { family: familyId, step: t(id) })}
                    className="text-accent underline underline-offset-4"
                  >
                    {t("see")}
                  </Link>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
      <p lang="en" className="mt-4 border-l-2 border-line-strong pl-3 font-serif text-sm">
        {sentence}
      </p>
      <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1">
        <CopyButton text={sentence} label={t("copy")} />
        <span className="text-sm text-muted">{t("english")}</span>
      </div>
    </section>
  );
}

import Link from "next/link";

import { CopyButton } from "@/components/ui/copy-button";
import type { Agreement } from "@/lib/contracts/agreement";
import { coefficientText, intervalText, percentText } from "./figures";
import { PlanArticles } from "./plan-articles";

type Family = Agreement["families"][number];
type FamilySectionProps = { agreement: Agreement; family: Family };

/** One family: how well people agree beyond chance, and where agreement gets lost. */
export function FamilySection({ agreement, family }: FamilySectionProps) {
  const { projectId, nArticles, methodsSentences } = agreement;
  const { familyId, alpha, interval, prevalence, nSpans } = family;
  const inbox = `/projects/${projectId}/review?status=&family=${familyId}`;
  const sentence = methodsSentences.find((one) => one.familyId === familyId)?.text ?? "";
  return (
    <section
      aria-labelledby={`family-${familyId}`}
      className="rounded-xl border border-line bg-surface p-5"
    >
      <div className="flex flex-wrap items-baseline gap-x-6 gap-y-1">
        <h2 id={`family-${familyId}`} className="text-lg font-semibold">
          {familyId}
        </h2>
        <p className="text-2xl font-semibold tabular-nums">
          <span className="text-base font-normal text-muted">alpha </span>
          {coefficientText(alpha)}
        </p>
        <p className="text-sm text-muted">
          {alpha.value === null
            ? alpha.reason
            : interval.lower === null
              ? "no interval"
              : `95% interval ${intervalText(interval)}`}
          {" · "}
          {percentText(prevalence)} of characters marked · raw agreement{" "}
          {percentText(family.agreement)} · {nSpans} spans ·{" "}
          {nArticles === 1 ? "1 article" : `${nArticles} articles`}
        </p>
      </div>
      <dl className="mt-4 grid gap-4 text-sm md:grid-cols-3">
        <Step
          name="Noticed"
          value={coefficientText(family.noticed)}
          meaning="of the spans that one marked, the other marked something there too."
          remedy="Low? Train on what counts at all: rules R1 and R4."
          href={`${inbox}&kind=one_sided`}
        />
        <Step
          name="Where"
          value={coefficientText(family.sameEdges)}
          meaning={`of the ${family.nMatched} spans that both marked have the very same edges.`}
          remedy="Low? Sharpen rules R2 and R3 on edges."
          href={`${inbox}&kind=boundary`}
        />
        <Step
          name="Which"
          value={coefficientText(family.tagKappa)}
          meaning={`Cohen’s kappa of the tag on spans that both marked (raw ${coefficientText(family.tagAgreement)}).`}
          remedy="Low? Sharpen the definitions that the table below confuses."
          href={`${inbox}&kind=tag`}
        />
      </dl>
      <PlanArticles nArticles={nArticles} variance={family.variance} />
      <p className="mt-4 border-l-2 border-line-strong pl-3 font-serif text-sm">{sentence}</p>
      <CopyButton text={sentence} label="Copy methods sentence" className="mt-2" />
    </section>
  );
}

type StepProps = { name: string; value: string; meaning: string; remedy: string; href: string };

function Step({ name, value, meaning, remedy, href }: StepProps) {
  return (
    <div>
      <dt className="font-medium">
        {name} <span className="ml-1 text-lg tabular-nums">{value}</span>
      </dt>
      <dd className="mt-0.5 text-muted">
        {meaning} {remedy}{" "}
        <Link href={href} className="text-accent underline underline-offset-4">
          See these
        </Link>
      </dd>
    </div>
  );
}

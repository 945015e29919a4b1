import { useTranslations } from "next-intl";

import type { Codebook } from "@/lib/domain/codebook/codebook";
import { AttributeTable } from "./attribute-table";
import { FamilySection } from "./family-section";
import { QuestionList } from "./question-list";

/** The whole codebook to read or to print: what to mark, how to decide, what to answer. */
export function CodebookReading({ codebook }: { codebook: Codebook }) {
  const t = useTranslations("codebook.reading");
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-8 lg:grid-cols-[13rem_minmax(0,1fr)] print:block">
      <nav aria-label={t("contents")} className="self-start lg:sticky lg:top-4 print:hidden">
        <ol className="flex flex-wrap gap-x-4 gap-y-1 text-sm lg:grid">
          {[
            ...codebook.families.map(({ id }) => ({ to: `family-${id}`, title: id })),
            { to: "common", title: t("commonAttributes") },
            ...(codebook.rules.length > 0 ? [{ to: "rules", title: t("rules") }] : []),
            ...(codebook.questions.length > 0 ? [{ to: "questions", title: t("questions") }] : []),
          ].map(({ to, title }) => (
            <li key={to}>
              <a
                href={`#${to}`}
                className="inline-flex min-h-8 items-center break-all text-accent hover:underline"
              >
                {title}
              </a>
            </li>
          ))}
        </ol>
      </nav>
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-10 print:block">
        {codebook.families.map((family, at) => (
          <FamilySection key={family.id} family={family} at={at} />
        ))}
        <section id="common" className="print:mt-8">
          <h2 className="font-serif text-2xl font-semibold">{t("commonAttributes")}</h2>
          <AttributeTable caption={t("commonAttributes")} attributes={codebook.commonAttributes} />
          {codebook.linkTypes.length > 0 && (
            <p className="mt-3 text-sm text-muted">
              {t("links", { links: codebook.linkTypes.join(", ") })}
            </p>
          )}
        </section>
        {codebook.rules.length > 0 && (
          <section id="rules" aria-labelledby="rules-heading" className="print:mt-8">
            <h2 id="rules-heading" className="font-serif text-2xl font-semibold">
              {t("rules")}
            </h2>
            <dl className="mt-3 grid max-w-prose gap-3">
              {codebook.rules.map((rule) => (
                <div key={rule.id} className="break-inside-avoid">
                  <dt className="font-medium">
                    {rule.id} {rule.title}
                  </dt>
                  <dd className="text-muted">{rule.text}</dd>
                </div>
              ))}
            </dl>
          </section>
        )}
        <QuestionList questions={codebook.questions} />
      </div>
    </div>
  );
}

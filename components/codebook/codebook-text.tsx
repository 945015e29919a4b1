import { useTranslations } from "next-intl";

import { type Codebook, offeredTags } from "@/lib/domain/codebook/codebook";
import { familyStyle, readable } from "./tag-style";

/** Definitions, examples and rules, at hand while reading. */
export function CodebookText({ codebook }: { codebook: Codebook }) {
  const t = useTranslations("codebook.text");
  const quoted = (examples: readonly string[]) => examples.map((one) => `“${one}”`).join("; ");
  return (
    <div className="grid max-w-prose gap-6 text-sm">
      {codebook.families.map((family, at) => (
        <section key={family.id}>
          <h2 className={`font-semibold ${familyStyle(at).text}`}>{family.id}</h2>
          <p className="mt-1 text-muted">
            {t("mark", { question: family.question, anchor: family.anchor })}
          </p>
          {family.decisionOrder.length > 0 && (
            <p className="mt-1 text-muted">
              {t("order", { tags: family.decisionOrder.map(readable).join(" → ") })}
            </p>
          )}
          <dl className="mt-2 grid gap-2">
            {offeredTags(family).map((tag) => (
              <div key={tag.id} data-tag={tag.id}>
                <dt className="font-medium">{readable(tag.id)}</dt>
                <dd className="text-muted">
                  {tag.definition}
                  {tag.positive.length > 0 && (
                    <span className="block">{t("yes", { examples: quoted(tag.positive) })}</span>
                  )}
                  {tag.negative.length > 0 && (
                    <span className="block">{t("no", { examples: quoted(tag.negative) })}</span>
                  )}
                </dd>
              </div>
            ))}
          </dl>
          {family.attributes.length > 0 && (
            <p className="mt-2 text-muted">
              {t("attributes", {
                attributes: family.attributes.map(({ id }) => readable(id)).join(", "),
              })}
            </p>
          )}
        </section>
      ))}
      <section>
        <h2 className="font-semibold">{t("rules")}</h2>
        <dl className="mt-2 grid gap-2">
          {codebook.rules.map((rule) => (
            <div key={rule.id}>
              <dt className="font-medium">
                {rule.id} {rule.title}
              </dt>
              <dd className="text-muted">{rule.text}</dd>
            </div>
          ))}
        </dl>
      </section>
      {codebook.questions.length > 0 && (
        <section>
          <h2 className="font-semibold">{t("questions")}</h2>
          <ol className="mt-2 grid gap-1 text-muted">
            {codebook.questions.map((question) => (
              <li key={question.id}>{question.question}</li>
            ))}
          </ol>
        </section>
      )}
    </div>
  );
}

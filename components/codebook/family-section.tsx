import { useTranslations } from "next-intl";

import type { FamilyDefinition } from "@/lib/domain/codebook/codebook";
import { AttributeTable } from "./attribute-table";
import { TagCard } from "./tag-card";
import { familyStyle, readable } from "./tag-style";

type FamilySectionProps = { family: FamilyDefinition; at: number };

/** One family: its question, how to decide, its tags in that order, and what spans carry. */
export function FamilySection({ family, at }: FamilySectionProps) {
  const t = useTranslations("codebook.reading");
  const placeOf = (id: string) => {
    const place = family.decisionOrder.indexOf(id);
    return place < 0 ? family.decisionOrder.length : place;
  };
  const offered = family.tags.filter(({ isRetired }) => !isRetired);
  const ordered = offered.toSorted((a, b) => placeOf(a.id) - placeOf(b.id));
  const retired = family.tags.filter(({ isRetired }) => isRetired);
  return (
    <section id={`family-${family.id}`} aria-labelledby={`heading-${family.id}`}>
      <h2
        id={`heading-${family.id}`}
        className={`font-serif text-2xl font-semibold ${familyStyle(at).text}`}
      >
        {family.id}
      </h2>
      <p className="mt-1 text-lg">{family.question}</p>
      <p className="mt-1 max-w-prose text-sm text-muted">
        {t("anchor", { anchor: family.anchor })}
      </p>
      {family.decisionOrder.length > 0 && (
        <p className="mt-3 max-w-prose text-sm">
          {t("order", { tags: family.decisionOrder.map(readable).join(" → ") })}
        </p>
      )}
      <ul className="mt-4 grid gap-3 md:grid-cols-2 print:block">
        {ordered.map((tag) => (
          <TagCard key={tag.id} tag={tag} at={at} />
        ))}
      </ul>
      {retired.length > 0 && (
        <>
          <h3 className="mt-6 font-semibold">{t("retired")}</h3>
          <p className="text-sm text-muted">{t("retiredHint")}</p>
          <ul className="mt-3 grid gap-3 md:grid-cols-2 print:block">
            {retired.map((tag) => (
              <TagCard key={tag.id} tag={tag} at={at} />
            ))}
          </ul>
        </>
      )}
      {family.attributes.length > 0 && (
        <>
          <h3 className="mt-6 font-semibold">{t("attributes")}</h3>
          <AttributeTable
            caption={t("attributesOf", { family: family.id })}
            attributes={family.attributes}
          />
        </>
      )}
    </section>
  );
}

import { useTranslations } from "next-intl";

import { Button } from "@/components/ui/button";
import { Field, Input, Select } from "@/components/ui/field";
import { articleStates, type ArticleQuery } from "@/lib/contracts/articles";

/** Search and filters as a form of the address, so that a list can be linked to. */
export function ArticleFilters({ query }: { query: ArticleQuery }) {
  const t = useTranslations("articles.filters");
  return (
    <form role="search" className="mb-4 grid items-end gap-3 sm:grid-cols-[2fr_1fr_1fr_auto]">
      <Input
        type="search"
        name="search"
        aria-label={t("search")}
        placeholder={t("placeholder")}
        defaultValue={query.search}
      />
      <Field label={t("state")}>
        {(control) => (
          <Select {...control} name="state" defaultValue={query.state ?? ""}>
            <option value="">{t("any")}</option>
            {articleStates.map((state) => (
              <option key={state} value={state}>
                {t(`states.${state}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t("language")}>
        {(control) => (
          <Input
            {...control}
            name="language"
            maxLength={35}
            placeholder={t("languagePlaceholder")}
            defaultValue={query.language}
          />
        )}
      </Field>
      <Button type="submit">{t("submit")}</Button>
    </form>
  );
}

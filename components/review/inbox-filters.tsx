import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { Button } from "@/components/ui/button";
import { Checkbox, Field, Select } from "@/components/ui/field";
import type { InboxChoices, InboxView } from "@/lib/contracts/review";
import type { Codebook } from "@/lib/domain/codebook/codebook";
import { readable } from "../codebook/tag-style";
import { Link } from "../ui/link";
import { viewAddress } from "./view-address";

const statuses = ["open", "decided", "stale"] as const;
const kinds = ["one_sided", "boundary", "tag", "boundary_and_tag", "attribute", "missed"] as const;
const orders = ["found", "split", "confusion", "release"] as const;

type Filter = {
  name: Exclude<keyof InboxView, "article" | "annotators">;
  options: readonly (readonly [value: string, text: string])[];
};
type InboxFiltersProps = { codebook: Codebook; view: InboxView; choices: InboxChoices };

/** A plain form, so that a filtered inbox has an address. */
export function InboxFilters({ codebook, view, choices }: InboxFiltersProps) {
  const t = useTranslations("review");
  const { families } = codebook;
  const tags = families.flatMap(({ tags }) => tags.map(({ id }) => [id, readable(id)] as const));
  const always: readonly Filter[] = [
    { name: "status", options: statuses.map((one) => [one, t(`status.${one}`)]) },
    { name: "kind", options: kinds.map((one) => [one, t(`kind.${one}`)]) },
    { name: "family", options: families.map(({ id }) => [id, id]) },
    { name: "tag", options: tags },
    { name: "confusedWith", options: tags },
    { name: "order", options: orders.map((one) => [one, t(`filters.orders.${one}`)]) },
  ];
  const more: readonly Filter[] = [
    { name: "outlet", options: choices.outlets.map(itself) },
    { name: "week", options: choices.weeks.map(itself) },
    { name: "codebookVersion", options: choices.codebookVersions.map(String).map(itself) },
    {
      name: "mentions",
      options: [
        ["me", t("filters.mentionsMe")],
        ["unread", t("filters.mentionsUnread")],
      ],
    },
  ];
  const isMoreUsed =
    view.annotators !== undefined || more.some(({ name }) => view[name] !== undefined);
  return (
    <form className="mb-4 grid gap-3">
      <div className="grid grid-cols-2 items-end gap-3 sm:grid-cols-3 lg:grid-cols-7">
        {always.map((filter) => (
          <FilterField key={filter.name} filter={filter} view={view} />
        ))}
        <Button type="submit">{t("filters.filter")}</Button>
      </div>
      <details open={isMoreUsed}>
        <summary className="w-fit text-sm font-medium">{t("filters.more")}</summary>
        <div className="mt-3 grid grid-cols-2 items-start gap-3 sm:grid-cols-3 lg:grid-cols-7">
          {more.map((filter) => (
            <FilterField key={filter.name} filter={filter} view={view} />
          ))}
          <AnnotatorChoice annotators={choices.annotators} chosen={view.annotators} />
        </div>
      </details>
      {view.article && <input type="hidden" name="article" value={view.article} />}
      {view.article && (
        <Chip href={viewAddress({ ...view, article: undefined })} leave={t("filters.allArticles")}>
          {t("filters.article", { title: choices.articleTitle ?? "" })}
        </Chip>
      )}
    </form>
  );
}

function itself(value: string): readonly [string, string] {
  return [value, value];
}

function FilterField({ filter, view }: { filter: Filter; view: InboxView }) {
  const t = useTranslations("review.filters");
  const { name } = filter;
  const chosen = view[name] === undefined ? "" : String(view[name]);
  // What an address asks for is shown, also where nothing is found by it.
  const isListed = chosen === "" || filter.options.some(([value]) => value === chosen);
  const options = isListed ? filter.options : [...filter.options, itself(chosen)];
  return (
    <Field key={chosen} label={t(name)}>
      {(control) => (
        <Select {...control} name={name} defaultValue={chosen}>
          {name !== "order" && <option value="">{t("all")}</option>}
          {options.map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

type AnnotatorChoiceProps = { annotators: readonly string[]; chosen: string | undefined };

/** Any number of people, all of whom have handed the article in. */
function AnnotatorChoice({ annotators, chosen = "" }: AnnotatorChoiceProps) {
  const t = useTranslations("review.filters");
  const names = chosen === "" ? [] : chosen.split(",");
  return (
    <fieldset key={chosen} className="col-span-2 sm:col-span-3">
      <legend className="text-sm font-medium">{t("annotators")}</legend>
      <div className="mt-1.5 flex max-h-28 flex-wrap gap-x-4 overflow-y-auto rounded-md border border-line px-3 py-1.5">
        {[...new Set([...annotators, ...names])].map((one) => (
          <Checkbox
            key={one}
            name="annotators"
            value={one}
            label={one}
            defaultChecked={names.includes(one)}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** A filter that was set by a link, and the way out of it. */
function Chip({ href, leave, children }: { href: string; leave: string; children: ReactNode }) {
  return (
    <p className="text-sm">
      <bdi className="font-medium">{children}</bdi>{" "}
      <Link href={href} className="text-accent underline underline-offset-4">
        {leave}
      </Link>
    </p>
  );
}

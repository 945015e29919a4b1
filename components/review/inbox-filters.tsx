import { useTranslations } from "next-intl";
import Link from "next/link";
import type { ReactNode } from "react";

import { Button } from "@/components/ui/button";
import { Field, Select } from "@/components/ui/field";
import type { InboxChoices, InboxView } from "@/lib/contracts/review";
import type { Codebook } from "@/lib/domain/codebook/codebook";
import { readable } from "../codebook/tag-style";
import { viewAddress } from "./view-address";

const statuses = ["open", "decided", "stale"] as const;
const kinds = ["one_sided", "boundary", "tag", "boundary_and_tag", "attribute"] as const;
const orders = ["found", "split", "confusion", "release"] as const;

type Filter = {
  name: Exclude<keyof InboxView, "article">;
  label: string;
  options: readonly (readonly [value: string, text: string])[];
};
type InboxFiltersProps = { codebook: Codebook; view: InboxView; choices: InboxChoices };

/** A plain form, so that a filtered inbox has an address. */
export function InboxFilters({ codebook, view, choices }: InboxFiltersProps) {
  const t = useTranslations("review");
  const { families } = codebook;
  const filters: readonly Filter[] = [
    {
      name: "status",
      label: t("filters.status"),
      options: statuses.map((status) => [status, t(`status.${status}`)]),
    },
    {
      name: "kind",
      label: t("filters.kind"),
      options: kinds.map((kind) => [kind, t(`kind.${kind}`)]),
    },
    {
      name: "family",
      label: t("filters.family"),
      options: families.map(({ id }) => [id, id]),
    },
    {
      name: "tag",
      label: t("filters.tag"),
      options: families.flatMap(({ tags }) => tags.map(({ id }) => [id, readable(id)])),
    },
    {
      name: "outlet",
      label: t("filters.outlet"),
      options: choices.outlets.map((outlet) => [outlet, outlet]),
    },
    {
      name: "annotators",
      label: t("filters.annotator"),
      options: withChosen(choices.annotators, view.annotators).map((one) => [one, one]),
    },
    {
      name: "mentions",
      label: t("filters.mentions"),
      options: [["me", t("filters.mentionsMe")]],
    },
    {
      name: "order",
      label: t("filters.order"),
      options: orders.map((order) => [order, t(`filters.orders.${order}`)]),
    },
  ];
  return (
    <form className="mb-4 grid grid-cols-2 items-end gap-3 sm:grid-cols-3 lg:grid-cols-5">
      {filters.map(({ name, label, options }) => (
        <Field key={`${name} ${view[name] ?? ""}`} label={label}>
          {(control) => (
            <Select {...control} name={name} defaultValue={view[name] ?? ""}>
              {name !== "order" && <option value="">{t("filters.all")}</option>}
              {options.map(([value, text]) => (
                <option key={value} value={value}>
                  {text}
                </option>
              ))}
            </Select>
          )}
        </Field>
      ))}
      {view.article && <input type="hidden" name="article" value={view.article} />}
      <Button type="submit">{t("filters.filter")}</Button>
      {view.article && (
        <Chip href={viewAddress({ ...view, article: undefined })} leave={t("filters.allArticles")}>
          {t("filters.article", { title: choices.articleTitle ?? "" })}
        </Chip>
      )}
    </form>
  );
}

/** Several annotators can't be chosen in a list of one, but may stand in an address. */
function withChosen(annotators: readonly string[], chosen: string | undefined): string[] {
  return chosen && !annotators.includes(chosen) ? [...annotators, chosen] : [...annotators];
}

/** A filter that was set by a link, and the way out of it. */
function Chip({ href, leave, children }: { href: string; leave: string; children: ReactNode }) {
  return (
    <p className="col-span-full text-sm">
      <bdi className="font-medium">{children}</bdi>{" "}
      <Link href={href} className="text-accent underline underline-offset-4">
        {leave}
      </Link>
    </p>
  );
}

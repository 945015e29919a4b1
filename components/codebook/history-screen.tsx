import { useFormatter, useTranslations } from "next-intl";

import { Button, buttonClasses } from "@/components/ui/button";
import { Field, Select } from "@/components/ui/field";
import { PageHeading } from "@/components/ui/page-heading";
import { Table } from "@/components/ui/table";
import type { CodebookChanges, CodebookVersionItem, TouchedTag } from "@/lib/contracts/codebook";
import { Link } from "../ui/link";
import { ChangeList } from "./change-list";
import { TouchedCounts } from "./touched-counts";

type HistoryScreenProps = {
  projectId: string;
  newestNumber: number;
  versions: readonly CodebookVersionItem[];
  nextCursor: string | null;
  comparison: CodebookChanges | null;
  /** Null for readers who may not see others' spans. */
  touched: readonly TouchedTag[] | null;
};

/** All versions of a codebook, what differs between two, and the old spans that changes touch. */
export function HistoryScreen(props: HistoryScreenProps) {
  const { projectId, newestNumber, versions, nextCursor, comparison, touched } = props;
  const t = useTranslations("codebook.versions");
  const format = useFormatter();
  const base = `/projects/${projectId}/codebook`;
  const numbers = Array.from({ length: newestNumber }, (_, at) => newestNumber - at);
  return (
    <>
      <PageHeading
        title={t("title")}
        action={
          <Link href={base} className={buttonClasses()}>
            {t("back")}
          </Link>
        }
      >
        {t("about")}
      </PageHeading>
      <Table
        caption={t("title")}
        head={[
          t("version"),
          t("published"),
          t("tags"),
          t("changes"),
          t("assignments"),
          t("compare"),
        ]}
      >
        {versions.map((version) => (
          <tr key={version.id}>
            <td>
              <Link
                href={`${base}?version=${version.number}`}
                className="font-medium text-accent underline"
              >
                {t("number", { number: version.number })}
              </Link>
            </td>
            <td className="whitespace-nowrap">
              {format.dateTime(new Date(version.createdAt), {
                dateStyle: "medium",
                timeStyle: "short",
              })}
            </td>
            <td>
              {format.number(version.nTags)}
              {version.nRetired > 0 && ` (${t("nRetired", { count: version.nRetired })})`}
            </td>
            <td>{version.nChanges === null ? t("first") : format.number(version.nChanges)}</td>
            <td>{format.number(version.nAssignments)}</td>
            <td>
              {version.nChanges !== null && (
                <Link
                  href={`${base}/history?from=${version.number - 1}&to=${version.number}`}
                  className="text-accent underline"
                  aria-label={t("showChangesOf", { number: version.number })}
                >
                  {t("showChanges")}
                </Link>
              )}
            </td>
          </tr>
        ))}
      </Table>
      {nextCursor && (
        <p className="mt-4">
          <a href={`?cursor=${nextCursor}`} className={buttonClasses()}>
            {t("earlier")}
          </a>
        </p>
      )}
      {newestNumber > 1 && (
        <form className="mt-8 flex flex-wrap items-end gap-4">
          {(["from", "to"] as const).map((side) => (
            <div key={side} className="basis-36">
              <Field label={t(side)}>
                {(control) => (
                  <Select
                    {...control}
                    name={side}
                    defaultValue={
                      comparison?.[side] ?? (side === "to" ? newestNumber : newestNumber - 1)
                    }
                    key={comparison?.[side]}
                  >
                    {numbers.map((number) => (
                      <option key={number} value={number}>
                        {t("number", { number })}
                      </option>
                    ))}
                  </Select>
                )}
              </Field>
            </div>
          ))}
          <Button type="submit">{t("compare")}</Button>
        </form>
      )}
      {comparison && (
        <section
          aria-labelledby="comparison-heading"
          className="mt-6 rounded-xl border border-line bg-surface p-5"
        >
          <h2 id="comparison-heading" className="mb-3 text-xl font-semibold">
            {t("between", { from: comparison.from, to: comparison.to })}
          </h2>
          <ChangeList changes={comparison.changes} />
        </section>
      )}
      {touched && (
        <section aria-labelledby="touched-heading" className="mt-8">
          <h2 id="touched-heading" className="mb-2 text-xl font-semibold">
            {t("touched")}
          </h2>
          <TouchedCounts projectId={projectId} touched={touched} />
        </section>
      )}
    </>
  );
}

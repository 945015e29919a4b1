import { useTranslations } from "next-intl";

import { Field, Input, Select } from "@/components/ui/field";
import { Table } from "@/components/ui/table";
import type { ImportPreviewResult } from "@/lib/contracts/imports";
import { articleFields } from "@/lib/domain/articles/make-article";

/**
 * Which column or key of a table holds what: chosen among those of the file where they are known,
 * with its first rows beside, else written by name.
 */
export function ColumnFields({ preview }: { preview: ImportPreviewResult | null }) {
  const t = useTranslations("articles.columns");
  const isKnown = preview !== null && preview.columns.length > 0;
  const isComplete = preview?.mapping.title !== undefined && preview.mapping.body !== undefined;
  return (
    <details className="rounded-md border border-line p-3" open={isKnown ? true : undefined}>
      <summary className="cursor-pointer text-sm font-medium">{t("summary")}</summary>
      <p className="my-2 text-sm text-muted">
        {isKnown ? (isComplete ? t("found") : t("choose")) : t("hint")}
      </p>
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
        {articleFields.map((field) => (
          <Field key={field} label={t(`fields.${field}`)}>
            {(control) =>
              isKnown ? (
                <Select
                  {...control}
                  name={`column-${field}`}
                  defaultValue={preview.mapping[field] ?? ""}
                >
                  <option value="">{t("none")}</option>
                  {preview.columns.map((column) => (
                    <option key={column} value={column}>
                      {column}
                    </option>
                  ))}
                </Select>
              ) : (
                <Input {...control} name={`column-${field}`} maxLength={200} />
              )
            }
          </Field>
        ))}
      </div>
      {isKnown && (
        <div className="mt-4 grid gap-2">
          <p className="text-sm text-muted">
            {t("encoding", { encoding: preview.encoding })}{" "}
            {preview.isEncodingGuessed && t("guessed")}
          </p>
          <Table caption={t("rows")} head={preview.columns}>
            {preview.rows.map((row, at) => (
              <tr key={at}>
                {row.map((cell, column) => (
                  <td key={column} className="max-w-64 truncate">
                    <bdi>{cell}</bdi>
                  </td>
                ))}
              </tr>
            ))}
          </Table>
        </div>
      )}
    </details>
  );
}

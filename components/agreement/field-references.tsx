import { useTranslations } from "next-intl";

import { Table } from "@/components/ui/table";

const corpora = ["polnear", "polnearRecall", "ptc", "babe", "babeOpinion", "mbic"] as const;

/** What others reached, so that .4 for framing isn't read as failure. */
export function FieldReferences() {
  const t = useTranslations("agreement");
  const head = (["corpus", "measure", "value"] as const).map((column) => t(`reference.${column}`));
  return (
    <section aria-labelledby="references-heading">
      <h2 id="references-heading" className="text-xl font-semibold">
        {t("references")}
      </h2>
      <p className="mt-1 mb-3 max-w-prose text-sm text-muted">{t("reference.note")}</p>
      <Table caption={t("reference.caption")} head={head}>
        {corpora.map((corpus) => (
          <tr key={corpus}>
            <td>{t(`reference.rows.${corpus}.corpus`)}</td>
            <td>{t(`reference.rows.${corpus}.measure`)}</td>
            <td className="whitespace-nowrap">{t(`reference.rows.${corpus}.value`)}</td>
          </tr>
        ))}
      </Table>
    </section>
  );
}

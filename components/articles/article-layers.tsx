import { useTranslations } from "next-intl";

import { Table } from "@/components/ui/table";
import type { ArticleDetail } from "@/lib/contracts/article-detail";
import { CarriedSpans } from "./carried-spans";

type ArticleLayersProps = { layers: NonNullable<ArticleDetail["layers"]> };

/** Who annotates an article and how far they are; what became of spans of an older version. */
export function ArticleLayers({ layers }: ArticleLayersProps) {
  const t = useTranslations("articles.layers");
  const carried = layers.filter((layer) => layer.carried !== null && layer.carried.length > 0);
  return (
    <section className="grid gap-3">
      <h2 className="font-semibold">{t("heading")}</h2>
      {layers.length === 0 ? (
        <p className="text-sm text-muted">{t("none")}</p>
      ) : (
        <Table caption={t("heading")} head={[t("annotator"), t("state"), t("spans")]}>
          {layers.map((layer) => (
            <tr key={layer.assignmentId}>
              <td>
                <bdi>{layer.annotatorName}</bdi>
              </td>
              <td>{t(`states.${layer.status}`)}</td>
              <td>{layer.nSpans}</td>
            </tr>
          ))}
        </Table>
      )}
      {carried.map((layer) => (
        <CarriedSpans
          key={layer.assignmentId}
          annotatorName={layer.annotatorName}
          spans={layer.carried ?? []}
        />
      ))}
    </section>
  );
}

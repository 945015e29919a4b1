import { useTranslations } from "next-intl";

import { Table } from "@/components/ui/table";
import type { CarriedSpan } from "@/lib/contracts/article-detail";
import { ExplainedWords } from "./explained-words";

type CarriedSpansProps = { annotatorName: string; spans: readonly CarriedSpan[] };

const order = ["lost", "uncertain", "moved", "kept"] as const;

/** What became of one layer's spans in a newer text; what needs a look comes first. */
export function CarriedSpans({ annotatorName, spans }: CarriedSpansProps) {
  const t = useTranslations("articles.carried");
  const sorted = order.flatMap((result) => spans.filter((span) => span.result === result));
  const counts = Object.fromEntries(
    order.map((result) => [result, spans.filter((span) => span.result === result).length]),
  ) as Record<(typeof order)[number], number>;
  return (
    <div className="grid gap-2">
      <h3 className="text-sm font-semibold">
        <bdi>{annotatorName}</bdi>: <span className="font-normal">{t("counts", counts)}</span>
      </h3>
      {sorted.length > 0 && (
        <Table
          caption={t("caption", { name: annotatorName })}
          head={[t("result"), t("tag"), t("text"), t("why")]}
        >
          {sorted.map(({ fromSpanId, result, tagId, quote, ...why }) => (
            <tr key={fromSpanId}>
              <td className={result === "lost" || result === "uncertain" ? "font-semibold" : ""}>
                {t(`results.${result}`)}
              </td>
              <td>{tagId}</td>
              <td className="max-w-64 truncate">
                <bdi>{quote}</bdi>
              </td>
              <td>
                {why.reason !== null && (
                  <ExplainedWords message={why.reason} reason={why.reasonCode} facts={why.facts} />
                )}
              </td>
            </tr>
          ))}
        </Table>
      )}
    </div>
  );
}

import { useTranslations } from "next-intl";

import { Table } from "@/components/ui/table";
import type { Agreement } from "@/lib/contracts/agreement";
import { Link } from "../ui/link";
import { DownloadCsv } from "./download-csv";
import { inboxLink } from "./inbox-link";
import { useFigures } from "./use-figures";

const scores = ["exact", "overlap", "similar", "partial"] as const;

/** Precision, recall and F1 of each annotator, by family, from strict to lenient. */
export function GoldTable({ agreement }: { agreement: Agreement }) {
  const t = useTranslations("agreement.goldTable");
  const tPair = useTranslations("agreement.pair");
  const { coefficient } = useFigures();
  const rows = agreement.annotators.filter(({ nSpans, nGold }) => nSpans + nGold > 0);
  if (rows.length === 0) return <p className="text-sm">{t("none")}</p>;
  const head = [
    ...[t("annotator"), tPair("family"), tPair("articles"), t("spans")],
    ...scores.map((score) => t(score)),
  ];
  return (
    <div>
      <Table caption={t("caption")} head={head}>
        {rows.map((row) => {
          const { annotator, familyId: family } = row;
          const href = inboxLink(agreement, { family, annotators: [annotator] });
          return (
            <tr key={`${annotator} ${family}`}>
              <td className="font-medium">
                {href ? (
                  <Link
                    href={href}
                    aria-label={t("open", { annotator, family })}
                    className="text-accent underline underline-offset-4"
                  >
                    {annotator}
                  </Link>
                ) : (
                  annotator
                )}
              </td>
              <td className="text-muted">{family}</td>
              <td>{row.nArticles}</td>
              <td className="whitespace-nowrap">
                {row.nSpans} / {row.nGold}
              </td>
              {scores.map((score) => {
                const { precision, recall, f1 } = row[score];
                return (
                  <td key={score} className="whitespace-nowrap">
                    <span className="text-muted">
                      {coefficient(precision)} · {coefficient(recall)} ·{" "}
                    </span>
                    <strong>{coefficient(f1)}</strong>
                  </td>
                );
              })}
            </tr>
          );
        })}
      </Table>
      <div className="mt-3">
        <DownloadCsv
          projectId={agreement.projectId}
          name="agreement-gold.csv"
          scopes={["annotator"]}
        />
      </div>
    </div>
  );
}

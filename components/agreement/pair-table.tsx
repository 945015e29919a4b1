import { useTranslations } from "next-intl";

import { Table } from "@/components/ui/table";
import type { Agreement } from "@/lib/contracts/agreement";
import { DownloadCsv } from "./download-csv";
import { FigureValue } from "./figure-value";
import { inboxLink } from "./inbox-link";
import { pairMeasures } from "./pair-measures";

/** Past this the table helps nobody; the CSV file has them all. */
const mostPairs = 100;

/** Every pair that shares an article: F1 of spans, from strict to lenient, and alpha. */
export function PairTable({ agreement }: { agreement: Agreement }) {
  const t = useTranslations("agreement.pair");
  const { pairs, families } = agreement;
  const head = [
    ...[t("annotators"), t("articles"), t("family")],
    ...pairMeasures.map((measure) => t(`measures.${measure}`)),
  ];
  return (
    <div>
      <Table caption={t("caption")} head={head}>
        {pairs.slice(0, mostPairs).flatMap(({ annotators, nArticles, families: figures }) =>
          families.map(({ familyId: family }) => {
            const [first, second] = annotators;
            const href = inboxLink(agreement, { family, annotators });
            return (
              <tr key={`${first} ${second} ${family}`}>
                <td className="whitespace-nowrap">{t("and", { first, second })}</td>
                <td>{nArticles}</td>
                <td className="text-muted">{family}</td>
                {pairMeasures.map((measure) => {
                  const figure = figures[family]?.[measure];
                  return (
                    <td key={measure}>
                      {figure && (
                        <FigureValue
                          figure={figure}
                          href={href}
                          label={(value) => t("open", { value, first, second, family })}
                        />
                      )}
                    </td>
                  );
                })}
              </tr>
            );
          }),
        )}
      </Table>
      <div className="mt-3 flex flex-wrap items-center gap-3 text-sm text-muted">
        <DownloadCsv projectId={agreement.projectId} name="agreement-pairs.csv" scopes={["pair"]} />
        {pairs.length > mostPairs && t("more", { count: pairs.length - mostPairs })}
      </div>
    </div>
  );
}

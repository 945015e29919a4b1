import { useTranslations } from "next-intl";

import { readable } from "@/components/codebook/tag-style";
import { Table } from "@/components/ui/table";
import type { Agreement } from "@/lib/contracts/agreement";
import type { AdvancedReport } from "@/lib/contracts/agreement-advanced";
import { FigureValue } from "./figure-value";
import { MeanValue } from "./mean-value";

type AdvancedTagTableProps = { agreement: Agreement; report: AdvancedReport };

/** alpha_U and AC1 of each tag. */
export function AdvancedTagTable({ agreement, report }: AdvancedTagTableProps) {
  const t = useTranslations("agreement.adv");
  const tTag = useTranslations("agreement.tag");
  return (
    <Table caption={t("tagCaption")} head={[tTag("tag"), tTag("family"), t("alphaU"), t("ac1")]}>
      {report.families.flatMap(({ familyId, tags }) =>
        tags.map(({ tagId, alphaU }) => {
          const figure = agreement.tags.find((tag) => tag.tagId === tagId);
          const known = report.intervals.ac1OfTag.find((tag) => tag.tagId === tagId);
          return (
            <tr key={tagId}>
              <th scope="row" className="px-3 py-2.5 text-left align-top font-medium">
                {readable(tagId)}
              </th>
              <td className="text-muted">{familyId}</td>
              <td>
                <MeanValue figure={alphaU} />
              </td>
              <td>{figure && <FigureValue figure={figure.ac1} {...known} />}</td>
            </tr>
          );
        }),
      )}
    </Table>
  );
}

import { useTranslations } from "next-intl";

import { Table } from "@/components/ui/table";
import type { Agreement } from "@/lib/contracts/agreement";
import type { AdvancedReport } from "@/lib/contracts/agreement-advanced";
import { FigureValue } from "./figure-value";
import { MeanValue } from "./mean-value";
import { useFigures } from "./use-figures";

type AdvancedFamilyTableProps = { agreement: Agreement; report: AdvancedReport };

/** One coefficient a row, with what it says, one family a column. */
export function AdvancedFamilyTable({ agreement, report }: AdvancedFamilyTableProps) {
  const t = useTranslations("agreement.adv");
  const { coefficient, percent } = useFigures();
  const { families } = report;
  const byFamily = (of: (family: (typeof families)[number]) => string) =>
    families.map(of).join(" / ");
  const coverage = byFamily(({ cuCoverage: { value } }) => (value === null ? "–" : percent(value)));
  const observed = byFamily(({ observedDisorder }) => coefficient(observedDisorder));
  const expected = byFamily(({ expectedDisorder }) => coefficient(expectedDisorder));
  const means = [
    { id: "u", meaning: t("uMeaning") },
    { id: "binaryU", meaning: t("binaryUMeaning") },
    { id: "cu", meaning: t("cuMeaning", { coverage }) },
    { id: "alphaU", meaning: t("alphaUMeaning") },
    { id: "gamma", meaning: t("gammaMeaning", { observed, expected }) },
  ] as const;
  const pooled = ["setMasi", "setNominal"] as const;
  return (
    <Table
      caption={t("caption")}
      head={[t("coefficient"), ...families.map(({ familyId }) => familyId), t("meaning")]}
    >
      {means.map(({ id, meaning }) => (
        <Row key={id} name={t(id)} meaning={meaning}>
          {families.map((family) => (
            <td key={family.familyId}>
              <MeanValue figure={family[id]} />
            </td>
          ))}
        </Row>
      ))}
      {pooled.map((id) => (
        <Row key={id} name={t(id)} meaning={t(`${id}Meaning`)}>
          {families.map((family) => (
            <td key={family.familyId}>
              <FigureValue figure={family[id].alpha} interval={family[id].interval} />
            </td>
          ))}
        </Row>
      ))}
      <Row name={t("ac1")} meaning={t("ac1Meaning")}>
        {families.map(({ familyId }) => {
          const family = agreement.families.find((one) => one.familyId === familyId);
          const known = report.intervals.ac1OfFamily.find((one) => one.familyId === familyId);
          return <td key={familyId}>{family && <FigureValue figure={family.ac1} {...known} />}</td>;
        })}
      </Row>
    </Table>
  );
}

type RowProps = { name: string; meaning: string; children: React.ReactNode };

function Row({ name, meaning, children }: RowProps) {
  return (
    <tr>
      <th scope="row" className="px-3 py-2.5 text-left align-top font-medium whitespace-nowrap">
        {name}
      </th>
      {children}
      <td className="min-w-56 text-muted">{meaning}</td>
    </tr>
  );
}

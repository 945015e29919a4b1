import { useTranslations } from "next-intl";

import { Table } from "@/components/ui/table";
import { Link } from "../ui/link";
import { FigureValue } from "./figure-value";
import type { TrendPoint } from "./trend-point";
import { useFigures } from "./use-figures";

type TrendTableProps = {
  caption: string;
  /** What a row is: a week, a version. */
  group: string;
  points: readonly TrendPoint[];
  familyIds: readonly string[];
  /** Where the disagreements of a point are; null for who may not read them. */
  hrefOf: (name: string, family?: string) => string | null;
};

/** The trend in words, with the articles that each point rests on. */
export function TrendTable({ caption, group, points, familyIds, hrefOf }: TrendTableProps) {
  const t = useTranslations("agreement");
  const { interval } = useFigures();
  const head = [
    ...[group, t("pair.articles")],
    ...familyIds.flatMap((family) => [
      t("trendChart.alphaOf", { family }),
      t("trendChart.rangeOf", { family }),
    ]),
  ];
  return (
    <Table caption={caption} head={head}>
      {points.map(({ name, nArticles, families }) => (
        <tr key={name}>
          <th scope="row" className="px-3 py-2.5 text-left align-top font-medium whitespace-nowrap">
            <PointName name={name} group={group} href={hrefOf(name)} />
          </th>
          <td>{nArticles}</td>
          {families.flatMap((family) => [
            <td key={`${family.familyId} alpha`}>
              <FigureValue
                figure={family.alpha}
                href={family.alpha.value === null ? null : hrefOf(name, family.familyId)}
                label={(value) =>
                  t("trendChart.openValue", { value, group, name, family: family.familyId })
                }
              />
            </td>,
            <td key={`${family.familyId} interval`} className="whitespace-nowrap">
              {interval(family.interval)}
            </td>,
          ])}
        </tr>
      ))}
    </Table>
  );
}

function PointName({ name, group, href }: { name: string; group: string; href: string | null }) {
  const t = useTranslations("agreement.trendChart");
  if (!href) return name;
  return (
    <Link
      href={href}
      aria-label={t("open", { group, name })}
      className="text-accent underline underline-offset-4"
    >
      {name}
    </Link>
  );
}

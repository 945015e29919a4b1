"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";

import { Field, Select } from "@/components/ui/field";
import { Table } from "@/components/ui/table";
import type { Agreement } from "@/lib/contracts/agreement";
import { FigureValue } from "./figure-value";
import { inboxLink } from "./inbox-link";
import { type PairMeasure, pairMeasures } from "./pair-measures";

type PairMatrixProps = {
  inbox: Parameters<typeof inboxLink>[0];
  people: readonly string[];
  pairs: Agreement["pairs"];
  familyIds: readonly string[];
};

/** Annotators against each other in one measure; every cell leads to what the two disagree on. */
export function PairMatrix({ inbox, people, pairs, familyIds }: PairMatrixProps) {
  const t = useTranslations("agreement.pair");
  const [family, setFamily] = useState(familyIds[0] ?? "");
  const [measure, setMeasure] = useState<PairMeasure>("exactF1");
  const pairOf = (a: string, b: string) =>
    pairs.find(({ annotators: [x, y] }) => (x === a && y === b) || (x === b && y === a));
  return (
    <div>
      <div className="mb-3 grid max-w-xl gap-3 sm:grid-cols-2">
        <Field label={t("measure")}>
          {(control) => (
            <Select
              {...control}
              value={measure}
              onChange={({ target }) => setMeasure(target.value as PairMeasure)}
            >
              {pairMeasures.map((one) => (
                <option key={one} value={one}>
                  {t(`measures.${one}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={t("family")}>
          {(control) => (
            <Select {...control} value={family} onChange={({ target }) => setFamily(target.value)}>
              {familyIds.map((familyId) => (
                <option key={familyId}>{familyId}</option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <Table
        caption={t("matrix", { measure: t(`measures.${measure}`), family })}
        head={[t("annotators"), ...people]}
      >
        {people.map((first) => (
          <tr key={first}>
            <th scope="row" className="px-3 py-2.5 text-left align-top font-medium">
              {first}
            </th>
            {people.map((second) => {
              const figure = pairOf(first, second)?.families[family]?.[measure];
              return (
                <td key={second} className={first === second ? "bg-sunken" : ""}>
                  {figure ? (
                    <FigureValue
                      figure={figure}
                      href={inboxLink(inbox, { family, annotators: [first, second] })}
                      label={(value) => t("open", { value, first, second, family })}
                    />
                  ) : (
                    <span className="text-muted">
                      <span aria-hidden="true">–</span>
                      {first !== second && <span className="sr-only">{t("none")}</span>}
                    </span>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </Table>
    </div>
  );
}

import { useTranslations } from "next-intl";

import { Table } from "@/components/ui/table";
import type { DisagreementDetail } from "@/lib/contracts/review";
import type { Version } from "@/lib/domain/review/group-versions";
import { differingAttributes } from "@/lib/domain/review/judgement";
import { readable } from "../codebook/tag-style";

type Member = DisagreementDetail["members"][number];

/** What each version says of its spans, one column each; none where nobody said anything. */
export function AttributeTable({ versions }: { versions: readonly Version<Member>[] }) {
  const t = useTranslations("review.case");
  const ids = [
    ...new Set(
      versions.flatMap(({ members }) => members.flatMap((one) => Object.keys(one.attributes))),
    ),
  ].sort();
  if (ids.length === 0) return null;
  const differing = new Set(differingAttributes(versions.map(({ members }) => textsOf(members))));
  return (
    <section aria-labelledby="attributes-heading" className="mt-4">
      <h2 id="attributes-heading" className="mb-2 text-lg font-semibold">
        {t("attributes")}
      </h2>
      <Table
        caption={t("attributes")}
        head={[t("attribute"), ...versions.map(({ number }) => t("version", { number }))]}
      >
        {ids.map((id) => (
          <tr key={id}>
            <th scope="row" className="px-3 py-2.5 text-left font-normal text-muted">
              {readable(id)}
            </th>
            {versions.map(({ number, members }) => {
              const value = textsOf(members)[id] ?? t("none");
              return (
                <td key={number} className={differing.has(id) ? "font-medium" : ""}>
                  <bdi>{differing.has(id) ? t("differs", { value }) : value}</bdi>
                </td>
              );
            })}
          </tr>
        ))}
      </Table>
    </section>
  );
}

/** A version of several spans has several values, in the order of its spans. */
function textsOf(members: readonly Member[]): Record<string, string> {
  const ids = new Set(members.flatMap(({ attributes }) => Object.keys(attributes)));
  return Object.fromEntries(
    [...ids].map((id) => [id, members.map((one) => String(one.attributes[id] ?? "–")).join(" · ")]),
  );
}

import { useTranslations } from "next-intl";

import { readable } from "@/components/codebook/tag-style";
import { Table } from "@/components/ui/table";
import type { Agreement } from "@/lib/contracts/agreement";
import { Link } from "../ui/link";
import { inboxLink } from "./inbox-link";

type ConfusionTableProps = { agreement: Agreement; family: Agreement["families"][number] };

/** Tags of matched spans against each other; every disagreeing cell leads to its cases. */
export function ConfusionTable({
  agreement,
  family: { familyId, confusion },
}: ConfusionTableProps) {
  const t = useTranslations("agreement.confused");
  const { tagIds, counts } = confusion;
  if (tagIds.length === 0) {
    return <p className="text-sm text-muted">{t("none", { family: familyId })}</p>;
  }
  return (
    <Table caption={t("caption", { family: familyId })} head={[familyId, ...tagIds.map(readable)]}>
      {tagIds.map((row, at) => (
        <tr key={row}>
          <th scope="row" className="px-3 py-2.5 text-left align-top font-medium">
            {readable(row)}
          </th>
          {tagIds.map((column, to) => {
            const n = counts[at]?.[to] ?? 0;
            const href = inboxLink(agreement, {
              ...{ family: familyId, tag: row, confusedWith: column },
            });
            const names = { first: readable(row), second: readable(column) };
            return (
              <td key={column} className={row === column ? "bg-success-soft font-semibold" : ""}>
                {n > 0 && row !== column && href ? (
                  <Link
                    href={href}
                    aria-label={t("open", { count: n, ...names })}
                    className="inline-flex min-h-6 min-w-6 items-center text-accent underline underline-offset-4"
                  >
                    {n}
                  </Link>
                ) : (
                  <span className={n === 0 ? "text-muted" : ""}>{n}</span>
                )}
              </td>
            );
          })}
        </tr>
      ))}
    </Table>
  );
}

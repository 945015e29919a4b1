import Link from "next/link";

import { readable } from "@/components/codebook/tag-style";
import { Table } from "@/components/ui/table";
import type { Agreement } from "@/lib/contracts/agreement";

type ConfusionTableProps = { projectId: string; family: Agreement["families"][number] };

/** Tags of matched spans against each other; every disagreeing cell leads to its cases. */
export function ConfusionTable({ projectId, family }: ConfusionTableProps) {
  const { tagIds, counts } = family.confusion;
  if (tagIds.length === 0) {
    return <p className="mb-4 text-sm text-muted">{family.familyId}: no spans overlap.</p>;
  }
  return (
    <div className="mb-6">
      <Table
        caption={`Confusion of ${family.familyId} tags`}
        head={[family.familyId, ...tagIds.map(readable)]}
      >
        {tagIds.map((row, at) => (
          <tr key={row}>
            <th scope="row" className="px-3 py-2 text-left font-medium">
              {readable(row)}
            </th>
            {tagIds.map((column, to) => {
              const n = counts[at]?.[to] ?? 0;
              return (
                <td key={column} className={row === column ? "bg-success-soft" : ""}>
                  {n > 0 && row !== column ? (
                    <Link
                      href={`/projects/${projectId}/review?status=&family=${family.familyId}&tag=${row}`}
                      className="text-accent underline underline-offset-4"
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
    </div>
  );
}

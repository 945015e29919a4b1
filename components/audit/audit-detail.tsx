import type { AuditItem } from "@/lib/contracts/audit";
import { isUuid } from "@/lib/domain/access/uuid";

/** The particulars as they are stored; ids say nothing to a reader and are left to the API. */
export function AuditDetail({ detail }: { detail: AuditItem["detail"] }) {
  const shown = Object.entries(detail).filter(
    ([, value]) => value !== null && !isUuid(String(value)),
  );
  return (
    <ul className="grid gap-0.5">
      {shown.map(([name, value]) => (
        <li key={name} className="break-words">
          <code className="text-xs text-muted">{name}</code> <bdi>{String(value)}</bdi>
        </li>
      ))}
    </ul>
  );
}

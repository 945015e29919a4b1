import { useFormatter, useTranslations } from "next-intl";

import { Button, buttonClasses } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Field, Select } from "@/components/ui/field";
import { PageHeading } from "@/components/ui/page-heading";
import { Table } from "@/components/ui/table";
import type { AuditItem } from "@/lib/contracts/audit";
import { auditActions, isAuditAction } from "@/lib/domain/audit/actions";
import { Link } from "../ui/link";
import { AuditDetail } from "./audit-detail";
import { AuditSubject } from "./audit-subject";

type AuditScreenProps = {
  page: { items: readonly AuditItem[]; nextCursor: string | null };
  /** The action that the list is narrowed to, or empty. */
  action: string;
};

const columns = ["when", "who", "action", "subject", "detail"] as const;

/** Who did what in the project, and when. */
export function AuditScreen({ page, action }: AuditScreenProps) {
  const t = useTranslations("audit");
  const format = useFormatter();
  const next = new URLSearchParams({ action, cursor: page.nextCursor ?? "" });
  return (
    <>
      <PageHeading title={t("title")}>{t("intro")}</PageHeading>
      <form className="mb-4 flex items-end gap-3">
        <Field label={t("action")}>
          {(control) => (
            <Select {...control} name="action" defaultValue={action}>
              <option value="">{t("allActions")}</option>
              {auditActions.map((value) => (
                <option key={value} value={value}>
                  {t(`actions.${value}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Button type="submit">{t("filter")}</Button>
      </form>
      {page.items.length === 0 ? (
        <EmptyState title={t(action ? "noneOfAction" : "none")} />
      ) : (
        <Table caption={t("title")} head={columns.map((column) => t(column))}>
          {page.items.map((item) => (
            <tr key={item.id}>
              <td className="whitespace-nowrap">
                <time dateTime={item.at}>
                  {format.dateTime(new Date(item.at), { dateStyle: "medium", timeStyle: "medium" })}
                </time>
              </td>
              <td>
                {item.actor ? <bdi>{item.actor.name}</bdi> : t("theApp")}{" "}
                {item.actor?.pseudonym && (
                  <span className="text-muted">({item.actor.pseudonym})</span>
                )}
              </td>
              <td className="whitespace-nowrap">
                {isAuditAction(item.action) ? t(`actions.${item.action}`) : item.action}
              </td>
              <td>
                <AuditSubject item={item} />
              </td>
              <td>
                <AuditDetail detail={item.detail} />
              </td>
            </tr>
          ))}
        </Table>
      )}
      {page.nextCursor && (
        <Link href={`?${next.toString()}`} className={`mt-4 ${buttonClasses()}`}>
          {t("more")}
        </Link>
      )}
    </>
  );
}

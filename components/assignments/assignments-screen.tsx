import { useFormatter, useTranslations } from "next-intl";

import { Button, buttonClasses } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Field, Select } from "@/components/ui/field";
import { PageHeading } from "@/components/ui/page-heading";
import { Table } from "@/components/ui/table";
import type { ArticleItem } from "@/lib/contracts/articles";
import { type AssignmentItem, assignmentStatus } from "@/lib/contracts/assignments";
import type { Member, ProjectDetail } from "@/lib/contracts/projects";
import type { OpenReopenRequest } from "@/lib/contracts/reopening";
import { Link } from "../ui/link";
import { PlanForm } from "./plan-form";
import { ReopenButton } from "./reopen-button";
import { ReopenRequests } from "./reopen-requests";

type AssignmentsScreenProps = {
  project: ProjectDetail;
  page: { items: readonly AssignmentItem[]; nextCursor: string | null };
  requests: { items: readonly OpenReopenRequest[]; nextCursor: string | null };
  articles: { items: readonly ArticleItem[]; nextCursor: string | null };
  members: readonly Member[];
  /** The status that the list is narrowed to, or empty. */
  status: string;
};

const shortly = { dateStyle: "medium", timeStyle: "short" } as const;
const columns = ["article", "annotator", "status", "spans", "submitted", "actions"] as const;

/** Who reads what: planning it, and how far it is. */
export function AssignmentsScreen(props: AssignmentsScreenProps) {
  const t = useTranslations("assignments");
  const format = useFormatter();
  const { project, page, requests, articles, members, status } = props;
  const next = new URLSearchParams({ status, cursor: page.nextCursor ?? "" });
  const annotators = members.filter(({ role, isRemoved }) => role === "annotator" && !isRemoved);
  return (
    <>
      <PageHeading title={t("title")}>{t("intro")}</PageHeading>
      <ReopenRequests page={requests} />
      <PlanForm
        project={project}
        articles={articles.items}
        hasMoreArticles={articles.nextCursor !== null}
        annotators={annotators}
      />
      <form className="mb-4 flex items-end gap-3">
        <Field label={t("status")}>
          {(control) => (
            <Select {...control} name="status" defaultValue={status}>
              <option value="">{t("all")}</option>
              {assignmentStatus.options.map((value) => (
                <option key={value} value={value}>
                  {t(`statuses.${value}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Button type="submit">{t("filter")}</Button>
      </form>
      {page.items.length === 0 ? (
        <EmptyState title={t(status ? "noneWithStatus" : "noneYet")}>
          {!status && t("noneYetHint")}
        </EmptyState>
      ) : (
        <Table caption={t("progress")} head={columns.map((column) => t(column))}>
          {page.items.map((item) => (
            <tr key={item.id}>
              <td className="min-w-64">
                <bdi>{item.articleTitle}</bdi>
              </td>
              <td>{item.annotatorName}</td>
              <td className="whitespace-nowrap">{t(`statuses.${item.status}`)}</td>
              <td>{format.number(item.nSpans)}</td>
              <td className="whitespace-nowrap">
                {item.submittedAt ? format.dateTime(new Date(item.submittedAt), shortly) : "–"}
                {item.wasOutletBlind && (
                  <span className="block text-xs text-muted">{t("outletHidden")}</span>
                )}
              </td>
              <td>
                {item.status === "submitted" && (
                  <ReopenButton
                    assignmentId={item.id}
                    article={item.articleTitle}
                    annotator={item.annotatorName ?? ""}
                    reason={
                      item.reopenRequest?.state === "open" ? item.reopenRequest.reason : undefined
                    }
                  />
                )}
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

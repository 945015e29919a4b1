import Link from "next/link";

import { Button, buttonClasses } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Field, Select } from "@/components/ui/field";
import { PageHeading } from "@/components/ui/page-heading";
import { Table } from "@/components/ui/table";
import type { ArticleItem } from "@/lib/contracts/articles";
import type { AssignmentItem } from "@/lib/contracts/assignments";
import type { Member, ProjectDetail } from "@/lib/contracts/projects";
import { PlanForm } from "./plan-form";
import { ReopenButton } from "./reopen-button";
import { statusWords } from "./status-words";

type AssignmentsScreenProps = {
  project: ProjectDetail;
  page: { items: readonly AssignmentItem[]; nextCursor: string | null };
  articles: { items: readonly ArticleItem[]; nextCursor: string | null };
  members: readonly Member[];
  /** The status that the list is narrowed to, or empty. */
  status: string;
};

/** Who reads what: planning it, and how far it is. */
export function AssignmentsScreen(props: AssignmentsScreenProps) {
  const { project, page, articles, members, status } = props;
  const next = new URLSearchParams({ status, cursor: page.nextCursor ?? "" });
  const annotators = members.filter(({ role, isRemoved }) => role === "annotator" && !isRemoved);
  return (
    <>
      <PageHeading title="Assignments">
        Each assignment is one annotator&apos;s layer on one article.
      </PageHeading>
      <PlanForm
        project={project}
        articles={articles.items}
        hasMoreArticles={articles.nextCursor !== null}
        annotators={annotators}
      />
      <form className="mb-4 flex items-end gap-3">
        <Field label="Status">
          {(control) => (
            <Select {...control} name="status" defaultValue={status}>
              <option value="">All</option>
              {Object.entries(statusWords).map(([value, text]) => (
                <option key={value} value={value}>
                  {text}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Button type="submit">Filter</Button>
      </form>
      {page.items.length === 0 ? (
        <EmptyState title={status ? "No assignment has this status" : "Nothing is assigned yet"}>
          {!status && "Choose articles and people above to make a plan."}
        </EmptyState>
      ) : (
        <Table
          caption="Progress"
          head={["Article", "Annotator", "Status", "Spans", "Submitted", "Actions"]}
        >
          {page.items.map((item) => (
            <tr key={item.id}>
              <td className="min-w-64">
                <bdi>{item.articleTitle}</bdi>
              </td>
              <td>{item.annotatorName}</td>
              <td className="whitespace-nowrap">{statusWords[item.status]}</td>
              <td>{item.nSpans}</td>
              <td className="whitespace-nowrap">
                {item.submittedAt?.slice(0, 16).replace("T", " ") ?? "–"}
              </td>
              <td>{item.status === "submitted" && <ReopenButton assignment={item} />}</td>
            </tr>
          ))}
        </Table>
      )}
      {page.nextCursor && (
        <Link href={`?${next.toString()}`} className={`mt-4 ${buttonClasses()}`}>
          More
        </Link>
      )}
    </>
  );
}

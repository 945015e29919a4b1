import Link from "next/link";

import { Button, buttonClasses } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Input } from "@/components/ui/field";
import { PageHeading } from "@/components/ui/page-heading";
import { Table } from "@/components/ui/table";
import type { ArticleItem } from "@/lib/contracts/articles";
import type { ProjectDetail } from "@/lib/contracts/projects";
import { can } from "@/lib/domain/access/policy";
import { ImportAnnotations } from "./import-annotations";
import { ImportArticles } from "./import-articles";

type ArticlesScreenProps = {
  project: ProjectDetail;
  page: { items: readonly ArticleItem[]; nextCursor: string | null };
  search: string;
  /** Who an import of annotations may be for; null for who may not import. */
  annotators: readonly { userId: string; name: string; pseudonym: string }[] | null;
};

export function ArticlesScreen({ project, page, search, annotators }: ArticlesScreenProps) {
  const next = new URLSearchParams({ search, cursor: page.nextCursor ?? "" });
  return (
    <>
      <PageHeading title="Articles">
        Texts are kept exactly as imported; a corrected text is another article.
      </PageHeading>
      {can(project.role, "articles.import") && <ImportArticles projectId={project.id} />}
      {annotators && annotators.length > 0 && (
        <ImportAnnotations projectId={project.id} annotators={annotators} />
      )}
      <form role="search" className="mb-4 flex max-w-md gap-2">
        <Input
          type="search"
          name="search"
          aria-label="Search title, outlet or file name"
          placeholder="Title, outlet or file name"
          defaultValue={search}
        />
        <Button type="submit">Search</Button>
      </form>
      {page.items.length === 0 ? (
        <EmptyState title={search ? `Nothing matches “${search}”` : "No articles yet"}>
          {search ? "Try fewer words." : "Import article files to begin."}
        </EmptyState>
      ) : (
        <Table
          caption="Articles"
          head={["Title", "Outlet", "Date", "Characters", "Assigned", "Submitted", "Open"]}
        >
          {page.items.map((article) => (
            <tr key={article.id}>
              <td className="min-w-64 font-medium">
                <bdi>{article.title}</bdi>
                <span className="block text-xs font-normal text-muted">{article.externalId}</span>
              </td>
              <td>{article.outlet ?? "–"}</td>
              <td className="whitespace-nowrap">{article.publishedOn ?? "–"}</td>
              <td>{article.nCodePoints.toLocaleString("en")}</td>
              <td>{article.nAssigned}</td>
              <td>{article.nSubmitted}</td>
              <td>{article.nOpenDisagreements}</td>
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

import { useFormatter, useTranslations } from "next-intl";

import { buttonClasses } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { Table } from "@/components/ui/table";
import type { ArticleItem, ArticleQuery } from "@/lib/contracts/articles";
import type { ImportItem } from "@/lib/contracts/imports";
import type { ProjectDetail } from "@/lib/contracts/projects";
import { can } from "@/lib/domain/access/policy";
import { Link } from "../ui/link";
import { ArticleFilters } from "./article-filters";
import { ImportAnnotations } from "./import-annotations";
import { ImportArticles } from "./import-articles";
import { ImportsList } from "./imports-list";

type ArticlesScreenProps = {
  project: ProjectDetail;
  page: { items: readonly ArticleItem[]; nextCursor: string | null };
  query: ArticleQuery;
  /** Null for who may not import. */
  imports: readonly ImportItem[] | null;
  /** Who an import of annotations may be for; null for who may not import. */
  annotators: readonly { userId: string; name: string; pseudonym: string }[] | null;
  /** Tags of the current codebook. */
  tagIds: readonly string[];
};

export function ArticlesScreen(props: ArticlesScreenProps) {
  const { project, page, query, imports, annotators, tagIds } = props;
  const t = useTranslations("articles");
  const { search = "", language = "", state = "" } = query;
  const isFiltered = search !== "" || language !== "" || state !== "";
  const next = new URLSearchParams({ search, language, state, cursor: page.nextCursor ?? "" });
  return (
    <>
      <PageHeading title={t("title")}>{t("intro")}</PageHeading>
      {can(project.role, "articles.import") && <ImportArticles projectId={project.id} />}
      {imports && <ImportsList projectId={project.id} imports={imports} />}
      {annotators && annotators.length > 0 && (
        <ImportAnnotations projectId={project.id} annotators={annotators} tagIds={tagIds} />
      )}
      <ArticleFilters query={query} />
      {page.items.length === 0 ? (
        <EmptyState
          title={
            search ? t("nothingMatches", { search }) : isFiltered ? t("noneLikeThis") : t("none")
          }
        >
          {isFiltered ? t("fewerWords") : t("importToBegin")}
        </EmptyState>
      ) : (
        <ArticleTable projectId={project.id} items={page.items} />
      )}
      {page.nextCursor && (
        <Link href={`?${next.toString()}`} className={`mt-4 ${buttonClasses()}`}>
          {t("more")}
        </Link>
      )}
    </>
  );
}

function ArticleTable({ projectId, items }: { projectId: string; items: readonly ArticleItem[] }) {
  const t = useTranslations("articles.table");
  const format = useFormatter();
  const head = [
    "title",
    "outlet",
    "date",
    "language",
    "characters",
    "assigned",
    "submitted",
    "open",
  ];
  return (
    <Table caption={t("caption")} head={(head as "title"[]).map((name) => t(name))}>
      {items.map((article) => (
        <tr key={article.id}>
          <td className="min-w-64 font-medium">
            <Link
              href={`/projects/${projectId}/articles/${article.id}`}
              className="underline decoration-line-strong underline-offset-4 hover:decoration-accent"
            >
              <bdi>{article.title}</bdi>
            </Link>
            <span className="block text-xs font-normal text-muted">
              {article.version > 1
                ? t("idAndVersion", { id: article.externalId, version: article.version })
                : article.externalId}
            </span>
          </td>
          <td>{article.outlet ?? "–"}</td>
          <td className="whitespace-nowrap">{article.publishedOn ?? "–"}</td>
          <td>{article.language}</td>
          <td>{format.number(article.nCodePoints)}</td>
          <td>{article.nAssigned}</td>
          <td>{article.nSubmitted}</td>
          <td>{article.nOpenDisagreements}</td>
        </tr>
      ))}
    </Table>
  );
}

import { useFormatter, useTranslations } from "next-intl";

import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { Table } from "@/components/ui/table";
import type { ArticleDetail } from "@/lib/contracts/article-detail";
import type { ProjectDetail } from "@/lib/contracts/projects";
import { can } from "@/lib/domain/access/policy";
import { Link } from "../ui/link";
import { ArticleLayers } from "./article-layers";
import { LanguageForm } from "./language-form";
import { NewVersion } from "./new-version";

type ArticleScreenProps = { project: ProjectDetail; article: ArticleDetail };

/** One article: its text as it is kept, its versions, who annotates it, and what is like it. */
export function ArticleScreen({ project, article }: ArticleScreenProps) {
  const t = useTranslations("articles.article");
  const format = useFormatter();
  const isNewest = article.versions.at(-1)?.id === article.id;
  const facts = [
    [t("id"), article.externalId],
    [t("outlet"), article.outlet ?? "–"],
    [t("date"), article.publishedOn ?? "–"],
    [t("address"), article.url ?? "–"],
    [t("characters"), format.number(article.nCodePoints)],
    [t("hash"), article.sha256],
  ];
  return (
    <>
      <PageHeading title={article.title}>
        {t("version", { version: article.version, count: article.versions.length })}
      </PageHeading>
      <div className="grid gap-8 lg:grid-cols-[2fr_1fr]">
        <div className="min-w-0">
          <h2 id="text-heading" className="mb-3 font-semibold">
            {t("text")}
          </h2>
          <div
            lang={article.language === "und" ? undefined : article.language}
            dir="auto"
            tabIndex={0}
            role="region"
            aria-labelledby="text-heading"
            className="max-h-[70dvh] overflow-y-auto rounded-xl border border-line bg-surface p-5 font-serif leading-7 break-words whitespace-pre-wrap"
          >
            {article.body}
          </div>
        </div>
        <div className="grid content-start gap-8">
          <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 text-sm">
            {facts.map(([name, value]) => (
              <div key={name} className="col-span-2 grid grid-cols-subgrid">
                <dt className="text-muted">{name}</dt>
                <dd className="min-w-0 break-all">
                  <bdi>{value}</bdi>
                </dd>
              </div>
            ))}
          </dl>
          <LanguageForm
            projectId={project.id}
            article={article}
            isEditable={can(project.role, "articles.correct")}
          />
          <Versions projectId={project.id} article={article} />
        </div>
      </div>
      <div className="mt-8 grid gap-8">
        {article.layers && <ArticleLayers layers={article.layers} />}
        <section className="grid gap-3">
          <h2 className="font-semibold">{t("nearDuplicates")}</h2>
          {article.nearDuplicates.length === 0 ? (
            <EmptyState title={t("noNearDuplicates")}>{t("nearDuplicatesHint")}</EmptyState>
          ) : (
            <Table caption={t("nearDuplicates")} head={[t("title"), t("outlet"), t("resemblance")]}>
              {article.nearDuplicates.map((other) => (
                <tr key={other.id}>
                  <td>
                    <Link
                      href={`/projects/${project.id}/articles/${other.id}`}
                      className="underline"
                    >
                      <bdi>{other.title}</bdi>
                    </Link>
                  </td>
                  <td>{other.outlet ?? "–"}</td>
                  <td>{format.number(other.resemblance, { style: "percent" })}</td>
                </tr>
              ))}
            </Table>
          )}
        </section>
        {isNewest && can(project.role, "articles.import") && (
          <NewVersion projectId={project.id} articleId={article.id} />
        )}
      </div>
    </>
  );
}

function Versions({ projectId, article }: { projectId: string; article: ArticleDetail }) {
  const t = useTranslations("articles.article");
  const format = useFormatter();
  return (
    <section aria-labelledby="versions-heading">
      <h2 id="versions-heading" className="mb-2 font-semibold">
        {t("versions")}
      </h2>
      <ol className="grid gap-1 text-sm">
        {article.versions.map(({ id, version, createdAt }) => (
          <li key={id}>
            <Link
              href={`/projects/${projectId}/articles/${id}`}
              aria-current={id === article.id ? "page" : undefined}
              className="underline aria-[current]:font-semibold aria-[current]:no-underline"
            >
              {t("versionNumber", { version })}
            </Link>{" "}
            <span className="text-muted">
              {format.dateTime(new Date(createdAt), { dateStyle: "medium" })}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

import { readQuery, type SearchParams } from "@/app/read-query";
import { ArticlesScreen } from "@/components/articles/articles-screen";
import { articleQuery } from "@/lib/contracts/articles";
import { load } from "@/lib/server/load";
import { listArticles } from "@/lib/services/articles";
import { getProject } from "@/lib/services/projects";

export const metadata = { title: "Articles" };

type Props = { params: Promise<{ projectId: string }>; searchParams: SearchParams };

export default async function ArticlesPage({ params, searchParams }: Props) {
  const { projectId } = await params;
  const query = await readQuery(articleQuery, searchParams);
  const { page, project } = await load(async (actor) => ({
    page: await listArticles(actor, projectId, query),
    project: await getProject(actor, projectId),
  }));

  return <ArticlesScreen project={project} page={page} search={query.search ?? ""} />;
}

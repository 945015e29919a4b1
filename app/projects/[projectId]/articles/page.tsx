import { ArticlesScreen } from "@/components/articles/articles-screen";
import { load } from "@/lib/server/load";
import { listArticles } from "@/lib/services/articles";
import { getProject } from "@/lib/services/projects";

export const metadata = { title: "Articles" };

type Props = {
  params: Promise<{ projectId: string }>;
  searchParams: Promise<{ cursor?: string; search?: string }>;
};

export default async function ArticlesPage({ params, searchParams }: Props) {
  const { projectId } = await params;
  const { cursor, search } = await searchParams;
  const query = { limit: 50, ...(cursor ? { cursor } : {}), ...(search ? { search } : {}) };
  const { page, project } = await load(async (actor) => ({
    page: await listArticles(actor, projectId, query),
    project: await getProject(actor, projectId),
  }));

  return <ArticlesScreen project={project} page={page} search={search ?? ""} />;
}

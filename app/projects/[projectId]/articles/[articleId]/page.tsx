import { ArticleScreen } from "@/components/articles/article-screen";
import { load } from "@/lib/server/load";
import { getArticle } from "@/lib/services/article-detail";
import { getProject } from "@/lib/services/projects";

export const metadata = { title: "Article" };

type Props = { params: Promise<{ projectId: string; articleId: string }> };

export default async function ArticlePage({ params }: Props) {
  const { projectId, articleId } = await params;
  const { project, article } = await load(async (actor) => ({
    project: await getProject(actor, projectId),
    article: await getArticle(actor, projectId, articleId),
  }));

  return <ArticleScreen project={project} article={article} />;
}

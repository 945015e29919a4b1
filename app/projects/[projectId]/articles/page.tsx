import { titled } from "@/app/page-title";
import { readQuery, type SearchParams } from "@/app/read-query";
import { ArticlesScreen } from "@/components/articles/articles-screen";
import { articleQuery } from "@/lib/contracts/articles";
import { load } from "@/lib/server/load";
import { can } from "@/lib/domain/access/policy";
import { listArticles } from "@/lib/services/articles";
import { getCodebook } from "@/lib/services/codebook";
import { listImports } from "@/lib/services/imports";
import { listMembers } from "@/lib/services/members";
import { getProject } from "@/lib/services/projects";

export const generateMetadata = titled("articles");

type Props = { params: Promise<{ projectId: string }>; searchParams: SearchParams };

export default async function ArticlesPage({ params, searchParams }: Props) {
  const { projectId } = await params;
  const query = await readQuery(articleQuery, searchParams);
  const { page, project, members, imports, codebook } = await load(async (actor) => {
    const project = await getProject(actor, projectId);
    const mayImport = can(project.role, "annotations.import");
    return {
      project,
      page: await listArticles(actor, projectId, query),
      members: mayImport ? await listMembers(actor, projectId) : null,
      imports: mayImport ? await listImports(actor, projectId) : null,
      codebook: mayImport ? await getCodebook(actor, projectId) : null,
    };
  });
  const annotators =
    members?.items
      .filter(({ role, isRemoved }) => role === "annotator" && !isRemoved)
      .map(({ userId, name, pseudonym }) => ({ userId, name, pseudonym })) ?? null;

  const families = codebook?.definition.families ?? [];
  const tagIds = families.flatMap(({ tags }) => tags.map(({ id }) => id));

  return (
    <ArticlesScreen
      project={project}
      page={page}
      query={query}
      imports={imports}
      annotators={annotators}
      tagIds={tagIds}
    />
  );
}

import { titled } from "@/app/page-title";
import { readQuery, type SearchParams } from "@/app/read-query";
import { ProjectList } from "@/components/projects/project-list";
import { pageQuery } from "@/lib/contracts/fields";
import { load } from "@/lib/server/load";
import { getMe } from "@/lib/services/accounts";
import { listProjects } from "@/lib/services/projects";

export const generateMetadata = titled("projects");

export default async function ProjectsPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await readQuery(pageQuery, searchParams);
  const { page, me } = await load(async (actor) => ({
    page: await listProjects(actor, query),
    me: await getMe(actor),
  }));

  return (
    <ProjectList
      projects={page.items}
      nextCursor={page.nextCursor}
      mayCreate={me.mayCreateProjects}
    />
  );
}

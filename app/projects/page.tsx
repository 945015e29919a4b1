import { ProjectList } from "@/components/projects/project-list";
import { load } from "@/lib/server/load";
import { getMe } from "@/lib/services/accounts";
import { listProjects } from "@/lib/services/projects";

export const metadata = { title: "Projects" };

type Props = { searchParams: Promise<{ cursor?: string }> };

export default async function ProjectsPage({ searchParams }: Props) {
  const { cursor } = await searchParams;
  const { page, me } = await load(async (actor) => ({
    page: await listProjects(actor, { limit: 50, ...(cursor ? { cursor } : {}) }),
    me: await getMe(actor),
  }));

  return <ProjectList projects={page.items} mayCreate={me.mayCreateProjects} />;
}

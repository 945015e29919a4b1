import { AssignmentsScreen } from "@/components/assignments/assignments-screen";
import { load } from "@/lib/server/load";
import { listArticles } from "@/lib/services/articles";
import { listProjectAssignments } from "@/lib/services/assignments";
import { listMembers } from "@/lib/services/members";
import { getProject } from "@/lib/services/projects";

export const metadata = { title: "Assignments" };

type Props = {
  params: Promise<{ projectId: string }>;
  searchParams: Promise<{ cursor?: string }>;
};

export default async function AssignmentsPage({ params, searchParams }: Props) {
  const { projectId } = await params;
  const { cursor } = await searchParams;
  const data = await load(async (actor) => ({
    page: await listProjectAssignments(actor, projectId, {
      limit: 100,
      ...(cursor ? { cursor } : {}),
    }),
    articles: (await listArticles(actor, projectId, { limit: 200 })).items,
    members: (await listMembers(actor, projectId)).items,
    project: await getProject(actor, projectId),
  }));

  return <AssignmentsScreen {...data} />;
}

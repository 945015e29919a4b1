import { titled } from "@/app/page-title";
import { readQuery, type SearchParams } from "@/app/read-query";
import { AssignmentsScreen } from "@/components/assignments/assignments-screen";
import { queueQuery } from "@/lib/contracts/assignments";
import { load } from "@/lib/server/load";
import { listArticles } from "@/lib/services/articles";
import { listProjectAssignments } from "@/lib/services/assignments";
import { listMembers } from "@/lib/services/members";
import { getProject } from "@/lib/services/projects";
import { listReopenRequests } from "@/lib/services/reopen-requests";

export const generateMetadata = titled("assignments");

type Props = { params: Promise<{ projectId: string }>; searchParams: SearchParams };

export default async function AssignmentsPage({ params, searchParams }: Props) {
  const { projectId } = await params;
  const query = await readQuery(queueQuery, searchParams, { limit: "100" });
  const data = await load(async (actor) => ({
    page: await listProjectAssignments(actor, projectId, query),
    requests: await listReopenRequests(actor, projectId, { limit: 100 }),
    articles: await listArticles(actor, projectId, { limit: 5000 }),
    members: (await listMembers(actor, projectId)).items,
    project: await getProject(actor, projectId),
  }));

  return <AssignmentsScreen {...data} status={query.status ?? ""} />;
}

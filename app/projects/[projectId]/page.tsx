import { titled } from "@/app/page-title";
import { ProjectOverview } from "@/components/projects/project-overview";
import { load } from "@/lib/server/load";
import { getProject } from "@/lib/services/projects";

export const generateMetadata = titled("overview");

type Props = { params: Promise<{ projectId: string }> };

export default async function OverviewPage({ params }: Props) {
  const { projectId } = await params;
  const project = await load((actor) => getProject(actor, projectId));

  return <ProjectOverview project={project} />;
}

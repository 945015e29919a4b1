import type { ReactNode } from "react";

import { ProjectTabs } from "@/components/projects/project-tabs";
import { load } from "@/lib/server/load";
import { getProject } from "@/lib/services/projects";

type Props = { params: Promise<{ projectId: string }>; children: ReactNode };

export default async function ProjectLayout({ params, children }: Props) {
  const { projectId } = await params;
  const project = await load((actor) => getProject(actor, projectId));

  return (
    <>
      <ProjectTabs project={project} />
      {children}
    </>
  );
}

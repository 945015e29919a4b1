import { notFound } from "next/navigation";

import { titled } from "@/app/page-title";
import { ExportsScreen } from "@/components/exports/exports-screen";
import { can } from "@/lib/domain/access/policy";
import { load } from "@/lib/server/load";
import { getProject } from "@/lib/services/projects";

export const generateMetadata = titled("exports");

type Props = { params: Promise<{ projectId: string }> };

export default async function ExportsPage({ params }: Props) {
  const { projectId } = await params;
  const project = await load((actor) => getProject(actor, projectId));
  // The downloads guard themselves; without the right, a page of dead links would only mislead.
  if (!can(project.role, "exports.read")) notFound();

  return <ExportsScreen projectId={projectId} />;
}

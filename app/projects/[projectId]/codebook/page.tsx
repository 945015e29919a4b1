import { CodebookScreen } from "@/components/codebook/codebook-screen";
import { load } from "@/lib/server/load";
import { getCodebook } from "@/lib/services/codebook";
import { getProject } from "@/lib/services/projects";

export const metadata = { title: "Codebook" };

type Props = { params: Promise<{ projectId: string }> };

export default async function CodebookPage({ params }: Props) {
  const { projectId } = await params;
  const { codebook, project } = await load(async (actor) => ({
    codebook: await getCodebook(actor, projectId),
    project: await getProject(actor, projectId),
  }));

  return <CodebookScreen project={project} {...codebook} />;
}

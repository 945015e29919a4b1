import { titled } from "@/app/page-title";
import { GoldScreen } from "@/components/review/gold-screen";
import { can } from "@/lib/domain/access/policy";
import { load } from "@/lib/server/load";
import { getCodebook } from "@/lib/services/codebook";
import { getProject } from "@/lib/services/projects";
import { getArticleGold } from "@/lib/services/review-gold";

export const generateMetadata = titled("gold");

type Props = { params: Promise<{ projectId: string; articleId: string }> };

export default async function GoldPage({ params }: Props) {
  const { projectId, articleId } = await params;
  const { gold, codebook, project } = await load(async (actor) => ({
    gold: await getArticleGold(actor, projectId, articleId),
    codebook: await getCodebook(actor, projectId),
    project: await getProject(actor, projectId),
  }));

  return (
    <GoldScreen
      projectId={projectId}
      gold={gold}
      codebook={codebook.definition}
      mayReview={can(project.role, "disagreements.read")}
    />
  );
}

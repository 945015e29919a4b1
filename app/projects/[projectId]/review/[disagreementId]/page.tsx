import { notFound } from "next/navigation";

import { titled } from "@/app/page-title";
import { ReviewScreen } from "@/components/review/review-screen";
import { load } from "@/lib/server/load";
import { getCodebook } from "@/lib/services/codebook";
import { getDisagreement, getReviewSummary, listSimilar } from "@/lib/services/review";
import { listComments } from "@/lib/services/review-comments";

export const generateMetadata = titled("disagreement");

type Props = { params: Promise<{ projectId: string; disagreementId: string }> };

export default async function DisagreementPage({ params }: Props) {
  const { projectId, disagreementId } = await params;
  const { disagreement, codebook, ...around } = await load(async (actor) => ({
    disagreement: await getDisagreement(actor, disagreementId),
    codebook: await getCodebook(actor, projectId),
    similar: (await listSimilar(actor, disagreementId)).items,
    comments: (await listComments(actor, disagreementId)).items,
    viewer: (await getReviewSummary(actor, projectId)).viewer,
  }));
  // The address names a project; a disagreement of another one isn't there.
  if (disagreement.projectId !== projectId) notFound();

  return (
    <ReviewScreen
      key={disagreement.id}
      disagreement={disagreement}
      codebook={codebook.definition}
      {...around}
    />
  );
}

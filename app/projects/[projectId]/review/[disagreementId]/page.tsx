import { notFound } from "next/navigation";

import { titled } from "@/app/page-title";
import { readQuery, type SearchParams } from "@/app/read-query";
import { ReviewScreen } from "@/components/review/review-screen";
import { inboxView } from "@/lib/contracts/review";
import { load } from "@/lib/server/load";
import { getCodebook } from "@/lib/services/codebook";
import { getDisagreement, getReviewSummary, listSimilar } from "@/lib/services/review";
import { listComments } from "@/lib/services/review-comments";

export const generateMetadata = titled("disagreement");

type Props = {
  params: Promise<{ projectId: string; disagreementId: string }>;
  searchParams: SearchParams;
};

export default async function DisagreementPage({ params, searchParams }: Props) {
  const { projectId, disagreementId } = await params;
  const view = await readQuery(inboxView, searchParams, { status: "open" });
  const { disagreement, codebook, ...around } = await load(async (actor) => ({
    disagreement: await getDisagreement(actor, disagreementId, view),
    codebook: await getCodebook(actor, projectId),
    similar: (await listSimilar(actor, disagreementId)).items,
    thread: await listComments(actor, disagreementId),
    viewer: (await getReviewSummary(actor, projectId)).viewer,
  }));
  // The address names a project; a disagreement of another one isn't there.
  if (disagreement.projectId !== projectId) notFound();

  return (
    <ReviewScreen
      key={disagreement.id}
      disagreement={disagreement}
      codebook={codebook.definition}
      view={view}
      {...around}
    />
  );
}

import { notFound } from "next/navigation";

import { ReviewScreen } from "@/components/review/review-screen";
import { load } from "@/lib/server/load";
import { getCodebook } from "@/lib/services/codebook";
import { getDisagreement } from "@/lib/services/review";

export const metadata = { title: "Disagreement" };

type Props = { params: Promise<{ projectId: string; disagreementId: string }> };

export default async function DisagreementPage({ params }: Props) {
  const { projectId, disagreementId } = await params;
  const { disagreement, codebook } = await load(async (actor) => ({
    disagreement: await getDisagreement(actor, disagreementId),
    codebook: await getCodebook(actor, projectId),
  }));
  // The address names a project; a disagreement of another one isn't there.
  if (disagreement.projectId !== projectId) notFound();

  return (
    <ReviewScreen
      key={disagreement.id}
      disagreement={disagreement}
      codebook={codebook.definition}
    />
  );
}

import { titled } from "@/app/page-title";
import { readQuery, type SearchParams } from "@/app/read-query";
import { ReviewInbox } from "@/components/review/review-inbox";
import { disagreementQuery } from "@/lib/contracts/review";
import { load } from "@/lib/server/load";
import { getCodebook } from "@/lib/services/codebook";
import { getReviewSummary, listDisagreements, listInboxChoices } from "@/lib/services/review";
import { listSavedViews } from "@/lib/services/review-views";

export const generateMetadata = titled("review");

type Props = { params: Promise<{ projectId: string }>; searchParams: SearchParams };

export default async function ReviewPage({ params, searchParams }: Props) {
  const { projectId } = await params;
  const query = await readQuery(disagreementQuery, searchParams, { status: "open" });
  const { limit: _, cursor: __, ...view } = query;
  const inbox = await load(async (actor) => ({
    page: await listDisagreements(actor, projectId, query),
    summary: await getReviewSummary(actor, projectId),
    codebook: (await getCodebook(actor, projectId)).definition,
    views: (await listSavedViews(actor, projectId)).items,
    choices: await listInboxChoices(actor, projectId, view),
  }));

  return <ReviewInbox projectId={projectId} view={view} {...inbox} />;
}

import { projectParams } from "@/lib/contracts/projects";
import { route } from "@/lib/server/route";
import { getReviewSummary } from "@/lib/services/review";

export const GET = route({
  params: projectParams,
  handle: ({ actor, params }) => getReviewSummary(actor, params.projectId),
});

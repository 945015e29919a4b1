import { assignmentParams } from "@/lib/contracts/assignments";
import { route } from "@/lib/server/route";
import { getFeedback } from "@/lib/services/review-feedback";

export const GET = route({
  params: assignmentParams,
  handle: ({ actor, params }) => getFeedback(actor, params.assignmentId),
});

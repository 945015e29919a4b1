import { assignmentParams } from "@/lib/contracts/assignments";
import { appealBody } from "@/lib/contracts/feedback";
import { route } from "@/lib/server/route";
import { appeal } from "@/lib/services/review-appeals";

export const POST = route({
  params: assignmentParams,
  body: appealBody,
  handle: ({ actor, params, body }) => appeal(actor, params.assignmentId, body),
});

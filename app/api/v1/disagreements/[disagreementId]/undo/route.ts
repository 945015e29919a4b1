import { disagreementParams, undoBody } from "@/lib/contracts/review";
import { route } from "@/lib/server/route";
import { undoDecision } from "@/lib/services/review-undo";

export const POST = route({
  params: disagreementParams,
  body: undoBody,
  handle: ({ actor, params, body }) => undoDecision(actor, params.disagreementId, body),
});

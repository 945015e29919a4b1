import { assignmentParams } from "@/lib/contracts/assignments";
import { declineReopenBody } from "@/lib/contracts/reopening";
import { route } from "@/lib/server/route";
import { declineReopening } from "@/lib/services/reopen-requests";

export const POST = route({
  params: assignmentParams,
  body: declineReopenBody,
  handle: ({ actor, params, body }) => declineReopening(actor, params.assignmentId, body),
});

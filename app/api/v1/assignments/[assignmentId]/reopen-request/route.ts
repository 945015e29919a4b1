import { assignmentParams } from "@/lib/contracts/assignments";
import { reopenRequestBody } from "@/lib/contracts/reopening";
import { route } from "@/lib/server/route";
import { requestReopening } from "@/lib/services/reopen-requests";

export const POST = route({
  params: assignmentParams,
  body: reopenRequestBody,
  handle: ({ actor, params, body }) => requestReopening(actor, params.assignmentId, body),
});

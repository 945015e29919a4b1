import { assignmentParams, submitBody } from "@/lib/contracts/assignments";
import { route } from "@/lib/server/route";
import { submitAssignment } from "@/lib/services/submission";

export const POST = route({
  params: assignmentParams,
  body: submitBody,
  handle: ({ actor, params, body }) => submitAssignment(actor, params.assignmentId, body),
});

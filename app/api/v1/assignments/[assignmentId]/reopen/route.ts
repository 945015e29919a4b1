import { assignmentParams } from "@/lib/contracts/assignments";
import { reopenBody } from "@/lib/contracts/reopening";
import { route } from "@/lib/server/route";
import { reopenAssignment } from "@/lib/services/submission";

export const POST = route({
  params: assignmentParams,
  body: reopenBody,
  handle: ({ actor, params, body }) => reopenAssignment(actor, params.assignmentId, body),
});

import { assignmentParams, reopenBody } from "@/lib/contracts/assignments";
import { route } from "@/lib/server/route";
import { reopenAssignment } from "@/lib/services/submission";

export const POST = route({
  params: assignmentParams,
  body: reopenBody,
  handle: ({ actor, params }) => reopenAssignment(actor, params.assignmentId),
});

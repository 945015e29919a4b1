import { assignmentParams } from "@/lib/contracts/assignments";
import { route } from "@/lib/server/route";
import { getAssignment } from "@/lib/services/assignments";

export const GET = route({
  params: assignmentParams,
  handle: ({ actor, params }) => getAssignment(actor, params.assignmentId),
});

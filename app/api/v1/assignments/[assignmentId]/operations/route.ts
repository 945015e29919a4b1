import { assignmentParams } from "@/lib/contracts/assignments";
import { saveOperationsBody } from "@/lib/contracts/operations";
import { route } from "@/lib/server/route";
import { saveOperations } from "@/lib/services/annotation";

export const POST = route({
  params: assignmentParams,
  body: saveOperationsBody,
  maxBodyBytes: 8 * 1_048_576,
  handle: ({ actor, params, body }) => saveOperations(actor, params.assignmentId, body.operations),
});

import { memberParams } from "@/lib/contracts/projects";
import { route } from "@/lib/server/route";
import { removeMember } from "@/lib/services/members";

export const DELETE = route({
  params: memberParams,
  handle: ({ actor, params }) => removeMember(actor, params.projectId, params.userId),
});

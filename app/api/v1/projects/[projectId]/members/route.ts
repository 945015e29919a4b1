import { addMemberBody, projectParams } from "@/lib/contracts/projects";
import { route } from "@/lib/server/route";
import { addMember, listMembers } from "@/lib/services/members";

export const GET = route({
  params: projectParams,
  handle: ({ actor, params }) => listMembers(actor, params.projectId),
});

export const POST = route({
  params: projectParams,
  body: addMemberBody,
  handle: ({ actor, params, body }) => addMember(actor, params.projectId, body),
});

import { patchProjectBody, projectParams } from "@/lib/contracts/projects";
import { route } from "@/lib/server/route";
import { getProject, updateProject } from "@/lib/services/projects";

export const GET = route({
  params: projectParams,
  handle: ({ actor, params }) => getProject(actor, params.projectId),
});

export const PATCH = route({
  params: projectParams,
  body: patchProjectBody,
  handle: ({ actor, params, body, ifMatch }) =>
    updateProject(actor, params.projectId, body, ifMatch),
});

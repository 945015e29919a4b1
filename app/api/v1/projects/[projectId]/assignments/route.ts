import { planBody, queueQuery } from "@/lib/contracts/assignments";
import { projectParams } from "@/lib/contracts/projects";
import { route } from "@/lib/server/route";
import { listProjectAssignments, planAssignments } from "@/lib/services/assignments";

export const GET = route({
  params: projectParams,
  query: queueQuery,
  handle: ({ actor, params, query }) => listProjectAssignments(actor, params.projectId, query),
});

export const POST = route({
  params: projectParams,
  body: planBody,
  handle: ({ actor, params, body }) => planAssignments(actor, params.projectId, body),
});

import { projectParams } from "@/lib/contracts/projects";
import { createReleaseBody, releaseListQuery } from "@/lib/contracts/releases";
import { route } from "@/lib/server/route";
import { createRelease, listReleases } from "@/lib/services/releases";

export const GET = route({
  params: projectParams,
  query: releaseListQuery,
  handle: ({ actor, params, query }) => listReleases(actor, params.projectId, query),
});

export const POST = route({
  params: projectParams,
  body: createReleaseBody,
  handle: ({ actor, params, body }) => createRelease(actor, params.projectId, body),
});

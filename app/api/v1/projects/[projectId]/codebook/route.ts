import { codebook, publishQuery } from "@/lib/contracts/codebook";
import { projectParams } from "@/lib/contracts/projects";
import { route } from "@/lib/server/route";
import { getCodebook, publishCodebook } from "@/lib/services/codebook";

export const GET = route({
  params: projectParams,
  handle: ({ actor, params }) => getCodebook(actor, params.projectId),
});

export const POST = route({
  params: projectParams,
  query: publishQuery,
  body: codebook,
  handle: ({ actor, params, query, body }) => publishCodebook(actor, params.projectId, body, query),
});

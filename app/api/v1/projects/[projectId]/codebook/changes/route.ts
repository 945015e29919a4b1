import { changesQuery } from "@/lib/contracts/codebook";
import { projectParams } from "@/lib/contracts/projects";
import { route } from "@/lib/server/route";
import { compareCodebooks } from "@/lib/services/codebook-history";

export const GET = route({
  params: projectParams,
  query: changesQuery,
  handle: ({ actor, params, query }) => compareCodebooks(actor, params.projectId, query),
});

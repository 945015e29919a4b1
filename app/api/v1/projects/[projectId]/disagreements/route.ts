import { projectParams } from "@/lib/contracts/projects";
import { disagreementQuery } from "@/lib/contracts/review";
import { route } from "@/lib/server/route";
import { listDisagreements } from "@/lib/services/review";

export const GET = route({
  params: projectParams,
  query: disagreementQuery,
  handle: ({ actor, params, query }) => listDisagreements(actor, params.projectId, query),
});

import { touchedQuery } from "@/lib/contracts/codebook";
import { projectParams } from "@/lib/contracts/projects";
import { route } from "@/lib/server/route";
import { listSpansTouched } from "@/lib/services/codebook-history";

export const GET = route({
  params: projectParams,
  query: touchedQuery,
  handle: ({ actor, params, query }) => listSpansTouched(actor, params.projectId, query),
});

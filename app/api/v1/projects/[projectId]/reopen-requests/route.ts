import { pageQuery } from "@/lib/contracts/fields";
import { projectParams } from "@/lib/contracts/projects";
import { route } from "@/lib/server/route";
import { listReopenRequests } from "@/lib/services/reopen-requests";

export const GET = route({
  params: projectParams,
  query: pageQuery,
  handle: ({ actor, params, query }) => listReopenRequests(actor, params.projectId, query),
});

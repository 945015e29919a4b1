import { projectParams } from "@/lib/contracts/projects";
import { inboxChoicesQuery } from "@/lib/contracts/review";
import { route } from "@/lib/server/route";
import { listInboxChoices } from "@/lib/services/review";

export const GET = route({
  params: projectParams,
  query: inboxChoicesQuery,
  handle: ({ actor, params, query }) => listInboxChoices(actor, params.projectId, query),
});

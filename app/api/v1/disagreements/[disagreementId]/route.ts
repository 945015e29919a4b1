import { disagreementParams, inboxView } from "@/lib/contracts/review";
import { route } from "@/lib/server/route";
import { getDisagreement } from "@/lib/services/review";

export const GET = route({
  params: disagreementParams,
  query: inboxView,
  handle: ({ actor, params, query }) => getDisagreement(actor, params.disagreementId, query),
});

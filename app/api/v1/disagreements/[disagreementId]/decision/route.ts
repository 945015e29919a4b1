import { decisionBody, disagreementParams, inboxView } from "@/lib/contracts/review";
import { route } from "@/lib/server/route";
import { decide } from "@/lib/services/decisions";

export const POST = route({
  params: disagreementParams,
  query: inboxView,
  body: decisionBody,
  handle: ({ actor, params, query, body }) => decide(actor, params.disagreementId, body, query),
});

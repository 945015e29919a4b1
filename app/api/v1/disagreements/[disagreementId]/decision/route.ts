import { decisionBody, disagreementParams } from "@/lib/contracts/review";
import { route } from "@/lib/server/route";
import { decide } from "@/lib/services/decisions";

export const POST = route({
  params: disagreementParams,
  body: decisionBody,
  handle: ({ actor, params, body }) => decide(actor, params.disagreementId, body),
});

import { disagreementParams } from "@/lib/contracts/review";
import { presenceBody } from "@/lib/contracts/review-events";
import { route } from "@/lib/server/route";
import { sayLooking } from "@/lib/services/review-live";

export const POST = route({
  params: disagreementParams,
  body: presenceBody,
  handle: ({ actor, params, body }) => sayLooking(actor, params.disagreementId, body.isLooking),
});

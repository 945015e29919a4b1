import { disagreementParams } from "@/lib/contracts/review";
import { route } from "@/lib/server/route";
import { getDisagreement } from "@/lib/services/review";

export const GET = route({
  params: disagreementParams,
  handle: ({ actor, params }) => getDisagreement(actor, params.disagreementId),
});

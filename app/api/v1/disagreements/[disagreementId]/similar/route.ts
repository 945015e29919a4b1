import { disagreementParams } from "@/lib/contracts/review";
import { route } from "@/lib/server/route";
import { listSimilar } from "@/lib/services/review";

export const GET = route({
  params: disagreementParams,
  handle: ({ actor, params }) => listSimilar(actor, params.disagreementId),
});

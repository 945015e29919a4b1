import { tokenParams } from "@/lib/contracts/tokens";
import { route } from "@/lib/server/route";
import { revokeToken } from "@/lib/services/tokens";

export const DELETE = route({
  auth: "session",
  params: tokenParams,
  handle: ({ actor, params }) => revokeToken(actor, params.tokenId),
});

import { createTokenBody } from "@/lib/contracts/tokens";
import { route } from "@/lib/server/route";
import { createToken, listTokens } from "@/lib/services/tokens";

export const GET = route({ auth: "session", handle: ({ actor }) => listTokens(actor) });

export const POST = route({
  auth: "session",
  body: createTokenBody,
  handle: ({ actor, body }) => createToken(actor, body),
});

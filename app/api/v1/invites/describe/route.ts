import { describeInviteBody } from "@/lib/contracts/projects";
import { route } from "@/lib/server/route";
import { describeInvite } from "@/lib/services/invites";

// A POST, so that the secret stands in no URL.
export const POST = route({
  auth: "public",
  body: describeInviteBody,
  handle: ({ body }) => describeInvite(body.secret),
});

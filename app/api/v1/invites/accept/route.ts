import { acceptInviteBody } from "@/lib/contracts/projects";
import { route } from "@/lib/server/route";
import { acceptInvite } from "@/lib/services/invites";

export const POST = route({
  auth: "public",
  body: acceptInviteBody,
  handle: ({ body }) => acceptInvite(body),
});

import { firstRunBody } from "@/lib/contracts/projects";
import { route } from "@/lib/server/route";
import { createFirstAdmin } from "@/lib/services/accounts";

export const POST = route({
  auth: "public",
  body: firstRunBody,
  handle: ({ body }) => createFirstAdmin(body),
});

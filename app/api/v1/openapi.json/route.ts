import { openApiDocument } from "@/lib/contracts/openapi";
import { route } from "@/lib/server/route";

export const GET = route({
  auth: "public",
  handle: () => Promise.resolve(openApiDocument()),
});

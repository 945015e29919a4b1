import { queueQuery } from "@/lib/contracts/assignments";
import { route } from "@/lib/server/route";
import { listQueue } from "@/lib/services/assignments";

export const GET = route({
  query: queueQuery,
  handle: ({ actor, query }) => listQueue(actor, query),
});

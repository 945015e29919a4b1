import { pageQuery } from "@/lib/contracts/fields";
import { route } from "@/lib/server/route";
import { listFeedback } from "@/lib/services/review-feedback";

export const GET = route({
  query: pageQuery,
  handle: ({ actor, query }) => listFeedback(actor, query),
});

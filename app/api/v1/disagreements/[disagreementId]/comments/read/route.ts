import { readBody } from "@/lib/contracts/comments";
import { disagreementParams } from "@/lib/contracts/review";
import { route } from "@/lib/server/route";
import { readMentions } from "@/lib/services/review-comments";

export const POST = route({
  params: disagreementParams,
  body: readBody,
  handle: ({ actor, params, body }) => readMentions(actor, params.disagreementId, body.commentIds),
});

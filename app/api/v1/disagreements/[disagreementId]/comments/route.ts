import { commentBody } from "@/lib/contracts/comments";
import { disagreementParams } from "@/lib/contracts/review";
import { route } from "@/lib/server/route";
import { addComment, listComments } from "@/lib/services/review-comments";

export const GET = route({
  params: disagreementParams,
  handle: ({ actor, params }) => listComments(actor, params.disagreementId),
});

export const POST = route({
  params: disagreementParams,
  body: commentBody,
  handle: ({ actor, params, body }) => addComment(actor, params.disagreementId, body),
});

import { discussionBody } from "@/lib/contracts/feedback";
import { disagreementParams } from "@/lib/contracts/review";
import { route } from "@/lib/server/route";
import { openDiscussion } from "@/lib/services/review-discussion";
import { getDiscussion } from "@/lib/services/review-discussion-view";

export const GET = route({
  params: disagreementParams,
  handle: ({ actor, params }) => getDiscussion(actor, params.disagreementId),
});

export const POST = route({
  params: disagreementParams,
  body: discussionBody,
  handle: ({ actor, params, body }) => openDiscussion(actor, params.disagreementId, body.isOpen),
});

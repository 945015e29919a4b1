import { articleParams, missedSpanBody } from "@/lib/contracts/gold";
import { route } from "@/lib/server/route";
import { getArticleGold } from "@/lib/services/review-gold";
import { addMissedSpan } from "@/lib/services/review-missed";

export const GET = route({
  params: articleParams,
  handle: ({ actor, params }) => getArticleGold(actor, params.projectId, params.articleId),
});

export const POST = route({
  params: articleParams,
  body: missedSpanBody,
  handle: ({ actor, params, body }) =>
    addMissedSpan(actor, params.projectId, params.articleId, body),
});

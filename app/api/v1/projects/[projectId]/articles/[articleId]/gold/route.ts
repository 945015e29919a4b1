import { articleParams } from "@/lib/contracts/gold";
import { route } from "@/lib/server/route";
import { getArticleGold } from "@/lib/services/review-gold";

export const GET = route({
  params: articleParams,
  handle: ({ actor, params }) => getArticleGold(actor, params.projectId, params.articleId),
});

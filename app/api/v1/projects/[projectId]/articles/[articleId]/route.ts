import { articleParams, patchArticleBody } from "@/lib/contracts/article-detail";
import { route } from "@/lib/server/route";
import { correctArticle, getArticle } from "@/lib/services/article-detail";

export const GET = route({
  params: articleParams,
  handle: ({ actor, params }) => getArticle(actor, params.projectId, params.articleId),
});

export const PATCH = route({
  params: articleParams,
  body: patchArticleBody,
  handle: ({ actor, params, body, ifMatch }) =>
    correctArticle(actor, params.projectId, params.articleId, body, ifMatch),
});

import { articleQuery } from "@/lib/contracts/articles";
import { projectParams } from "@/lib/contracts/projects";
import { route } from "@/lib/server/route";
import { listArticles } from "@/lib/services/articles";

export const GET = route({
  params: projectParams,
  query: articleQuery,
  handle: ({ actor, params, query }) => listArticles(actor, params.projectId, query),
});

import { articleParams } from "@/lib/contracts/article-detail";
import { articleVersionFields } from "@/lib/contracts/imports";
import { route } from "@/lib/server/route";
import { readOneFile } from "@/lib/server/upload";
import { addArticleVersion } from "@/lib/services/article-versions";

export const POST = route({
  params: articleParams,
  body: "form",
  maxBodyBytes: 32 * 1_048_576,
  handle: async ({ actor, params, body }) => {
    const { file, fields } = await readOneFile(body, articleVersionFields);
    return addArticleVersion(actor, params.projectId, params.articleId, file, fields);
  },
});

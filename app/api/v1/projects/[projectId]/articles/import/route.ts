import { articleImportFields } from "@/lib/contracts/imports";
import { projectParams } from "@/lib/contracts/projects";
import { route } from "@/lib/server/route";
import { readUpload } from "@/lib/server/upload";
import { importArticles } from "@/lib/services/article-import";

export const POST = route({
  params: projectParams,
  body: "form",
  maxBodyBytes: 32 * 1_048_576,
  handle: async ({ actor, params, body }) => {
    const { files, fields } = await readUpload(body, articleImportFields);
    return importArticles(actor, params.projectId, files, fields);
  },
});

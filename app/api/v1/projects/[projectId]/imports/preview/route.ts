import { previewFields } from "@/lib/contracts/imports";
import { projectParams } from "@/lib/contracts/projects";
import { route } from "@/lib/server/route";
import { readOneFile } from "@/lib/server/upload";
import { previewArticles } from "@/lib/services/import-preview";

export const POST = route({
  params: projectParams,
  body: "form",
  handle: async ({ actor, params, body }) => {
    const { file, fields } = await readOneFile(body, previewFields);
    return previewArticles(actor, params.projectId, file, fields);
  },
});

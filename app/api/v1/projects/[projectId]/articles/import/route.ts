import { articleImportFields } from "@/lib/contracts/imports";
import { projectParams } from "@/lib/contracts/projects";
import { route } from "@/lib/server/route";
import { readUpload } from "@/lib/server/upload";
import { importUpload } from "@/lib/services/article-upload";

export const POST = route({
  params: projectParams,
  body: "form",
  maxBodyBytes: 32 * 1_048_576,
  handle: ({ actor, params, body }) => {
    const { files, fields } = readUpload(body, articleImportFields);
    return importUpload(actor, params.projectId, files, fields);
  },
});

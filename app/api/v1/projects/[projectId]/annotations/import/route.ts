import { annotationImportFields } from "@/lib/contracts/imports";
import { projectParams } from "@/lib/contracts/projects";
import { route } from "@/lib/server/route";
import { readWholeUpload } from "@/lib/server/upload";
import { importAnnotations } from "@/lib/services/annotation-import";

export const POST = route({
  params: projectParams,
  body: "form",
  maxBodyBytes: 32 * 1_048_576,
  handle: async ({ actor, params, body }) => {
    const { files, fields } = await readWholeUpload(body, annotationImportFields);
    return importAnnotations(actor, params.projectId, files, fields);
  },
});

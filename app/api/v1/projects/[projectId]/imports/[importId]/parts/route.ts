import {
  importParams,
  importPartBytes,
  importPartFields,
  mostPartsAtOnce,
} from "@/lib/contracts/imports";
import { route } from "@/lib/server/route";
import { readOneFile } from "@/lib/server/upload";
import { receivePart } from "@/lib/services/imports";

export const POST = route({
  params: importParams,
  body: "form",
  maxBodyBytes: (mostPartsAtOnce + 1) * importPartBytes,
  handle: async ({ actor, params, body }) => {
    const { file, fields } = await readOneFile(body, importPartFields);
    return receivePart(actor, params.projectId, params.importId, { file, at: fields.at });
  },
});

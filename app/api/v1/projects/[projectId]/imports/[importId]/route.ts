import { importParams } from "@/lib/contracts/imports";
import { route } from "@/lib/server/route";
import { cancelImport, getImport } from "@/lib/services/imports";

export const GET = route({
  params: importParams,
  handle: ({ actor, params }) => getImport(actor, params.projectId, params.importId),
});

export const DELETE = route({
  params: importParams,
  handle: ({ actor, params }) => cancelImport(actor, params.projectId, params.importId),
});

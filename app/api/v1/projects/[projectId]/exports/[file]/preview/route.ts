import { exportParams, exportQuery } from "@/lib/contracts/exports";
import { route } from "@/lib/server/route";
import { previewExport } from "@/lib/services/export-preview";

export const GET = route({
  params: exportParams,
  query: exportQuery,
  handle: ({ actor, params, query }) => previewExport(actor, params.projectId, params.file, query),
});

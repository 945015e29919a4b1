import { importLinesQuery, importParams } from "@/lib/contracts/imports";
import { route } from "@/lib/server/route";
import { listImportLines } from "@/lib/services/import-report";

export const GET = route({
  params: importParams,
  query: importLinesQuery,
  handle: ({ actor, params, query }) =>
    listImportLines(actor, params.projectId, params.importId, query),
});

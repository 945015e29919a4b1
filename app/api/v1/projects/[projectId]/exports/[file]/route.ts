import { exportParams, exportQuery } from "@/lib/contracts/exports";
import { route } from "@/lib/server/route";
import { openExport } from "@/lib/services/exports";

export const GET = route({
  params: exportParams,
  query: exportQuery,
  handle: async ({ actor, params, query }) => {
    const stream = await openExport(actor, params.projectId, params.file, query);
    return new Response(stream, {
      headers: {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": `attachment; filename="${params.file}"`,
        "Cache-Control": "private, no-store",
      },
    });
  },
});

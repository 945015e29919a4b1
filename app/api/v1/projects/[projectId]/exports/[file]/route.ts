import { exportParams, exportQuery } from "@/lib/contracts/exports";
import { mediaTypeOf } from "@/lib/domain/formats/media-type";
import { route } from "@/lib/server/route";
import { openExport } from "@/lib/services/exports";

export const GET = route({
  params: exportParams,
  query: exportQuery,
  handle: async ({ actor, params, query }) => {
    const stream = await openExport(actor, params.projectId, params.file, query);
    return new Response(stream, {
      headers: {
        "Content-Type": mediaTypeOf(params.file),
        "Content-Disposition": `attachment; filename="${params.file}"`,
        // Compressing hundreds of megabytes would take longer than sending them.
        "Cache-Control": "private, no-store, no-transform",
      },
    });
  },
});

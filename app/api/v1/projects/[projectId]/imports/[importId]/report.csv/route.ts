import { importParams } from "@/lib/contracts/imports";
import { route } from "@/lib/server/route";
import { openImportReport } from "@/lib/services/import-report";

export const GET = route({
  params: importParams,
  handle: async ({ actor, params }) => {
    const stream = await openImportReport(actor, params.projectId, params.importId);
    return new Response(stream, {
      headers: {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": `attachment; filename="import-${params.importId}.csv"`,
        "Cache-Control": "private, no-store",
      },
    });
  },
});

import { exportParams, exportQuery } from "@/lib/contracts/exports";
import { route } from "@/lib/server/route";
import { openExport } from "@/lib/services/exports";

const types: Record<string, string> = {
  csv: "text/csv; charset=utf-8",
  jsonl: "application/x-ndjson; charset=utf-8",
  json: "application/json; charset=utf-8",
};

export const GET = route({
  params: exportParams,
  query: exportQuery,
  handle: async ({ actor, params, query }) => {
    const stream = await openExport(actor, params.projectId, params.file, query);
    return new Response(stream, {
      headers: {
        "Content-Type": types[params.file.split(".").at(-1) ?? ""] ?? "",
        "Content-Disposition": `attachment; filename="${params.file}"`,
        // Compressing hundreds of megabytes would take longer than sending them.
        "Cache-Control": "private, no-store, no-transform",
      },
    });
  },
});

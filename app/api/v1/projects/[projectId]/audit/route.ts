import { auditQuery } from "@/lib/contracts/audit";
import { projectParams } from "@/lib/contracts/projects";
import { route } from "@/lib/server/route";
import { listAuditEvents } from "@/lib/services/audit";

export const GET = route({
  params: projectParams,
  query: auditQuery,
  handle: ({ actor, params, query }) => listAuditEvents(actor, params.projectId, query),
});

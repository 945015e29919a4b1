import { projectParams } from "@/lib/contracts/projects";
import { route } from "@/lib/server/route";
import { listRules } from "@/lib/services/review-precedents";

export const GET = route({
  params: projectParams,
  handle: ({ actor, params }) => listRules(actor, params.projectId),
});

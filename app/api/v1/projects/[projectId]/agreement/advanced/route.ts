import { projectParams } from "@/lib/contracts/projects";
import { route } from "@/lib/server/route";
import { requestAdvancedAgreement } from "@/lib/services/agreement-advanced";

export const POST = route({
  params: projectParams,
  handle: ({ actor, params }) => requestAdvancedAgreement(actor, params.projectId),
});

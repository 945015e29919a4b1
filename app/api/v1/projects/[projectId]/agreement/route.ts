import { agreementQuery } from "@/lib/contracts/agreement";
import { projectParams } from "@/lib/contracts/projects";
import { route } from "@/lib/server/route";
import { getAgreement } from "@/lib/services/agreement";

export const GET = route({
  params: projectParams,
  query: agreementQuery,
  handle: ({ actor, params, query }) => getAgreement(actor, params.projectId, query),
});

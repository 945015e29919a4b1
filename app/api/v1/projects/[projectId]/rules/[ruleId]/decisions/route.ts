import { pageQuery } from "@/lib/contracts/fields";
import { ruleParams } from "@/lib/contracts/precedents";
import { route } from "@/lib/server/route";
import { listPrecedents } from "@/lib/services/review-precedents";

export const GET = route({
  params: ruleParams,
  query: pageQuery,
  handle: ({ actor, params, query }) =>
    listPrecedents(actor, params.projectId, params.ruleId, query),
});

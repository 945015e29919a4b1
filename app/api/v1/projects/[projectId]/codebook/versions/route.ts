import { codebookListQuery } from "@/lib/contracts/codebook";
import { projectParams } from "@/lib/contracts/projects";
import { route } from "@/lib/server/route";
import { listCodebookVersions } from "@/lib/services/codebook-history";

export const GET = route({
  params: projectParams,
  query: codebookListQuery,
  handle: ({ actor, params, query }) => listCodebookVersions(actor, params.projectId, query),
});

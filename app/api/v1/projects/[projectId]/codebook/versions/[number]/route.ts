import { codebookVersionParams } from "@/lib/contracts/codebook";
import { route } from "@/lib/server/route";
import { getCodebookVersion } from "@/lib/services/codebook-history";

export const GET = route({
  params: codebookVersionParams,
  handle: ({ actor, params }) => getCodebookVersion(actor, params.projectId, params.number),
});

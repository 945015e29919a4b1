import { projectParams } from "@/lib/contracts/projects";
import { savedViewBody } from "@/lib/contracts/saved-views";
import { route } from "@/lib/server/route";
import { listSavedViews, saveView } from "@/lib/services/review-views";

export const GET = route({
  params: projectParams,
  handle: ({ actor, params }) => listSavedViews(actor, params.projectId),
});

export const POST = route({
  params: projectParams,
  body: savedViewBody,
  handle: ({ actor, params, body }) => saveView(actor, params.projectId, body),
});

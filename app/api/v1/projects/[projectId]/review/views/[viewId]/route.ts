import { savedViewParams } from "@/lib/contracts/saved-views";
import { route } from "@/lib/server/route";
import { removeSavedView } from "@/lib/services/review-views";

export const DELETE = route({
  params: savedViewParams,
  handle: ({ actor, params }) => removeSavedView(actor, params.projectId, params.viewId),
});

import { projectParams } from "@/lib/contracts/projects";
import { eventsResponse } from "@/lib/server/events-response";
import { lastingSession } from "@/lib/server/lasting-session";
import { route } from "@/lib/server/route";
import { openReviewEvents } from "@/lib/services/review-live";

export const GET = route({
  auth: "session",
  params: projectParams,
  handle: async ({ actor, params }) =>
    eventsResponse(await openReviewEvents(actor, params.projectId, lastingSession(actor))),
});

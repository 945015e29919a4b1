import { disagreementParams } from "@/lib/contracts/review";
import { eventsResponse } from "@/lib/server/events-response";
import { lastingSession } from "@/lib/server/lasting-session";
import { route } from "@/lib/server/route";
import { openDiscussionEvents } from "@/lib/services/review-live";

export const GET = route({
  auth: "session",
  params: disagreementParams,
  handle: async ({ actor, params }) =>
    eventsResponse(await openDiscussionEvents(actor, params.disagreementId, lastingSession(actor))),
});

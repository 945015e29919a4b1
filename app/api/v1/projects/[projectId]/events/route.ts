import { projectParams } from "@/lib/contracts/projects";
import { lastingSession } from "@/lib/server/lasting-session";
import { route } from "@/lib/server/route";
import { openReviewEvents } from "@/lib/services/review-live";

export const GET = route({
  auth: "session",
  params: projectParams,
  handle: async ({ actor, params }) => {
    const stream = await openReviewEvents(actor, params.projectId, lastingSession(actor));
    return new Response(stream, {
      headers: {
        "Content-Type": "text/event-stream; charset=utf-8",
        "Cache-Control": "private, no-store, no-transform",
        // Proxies that gather an answer before they pass it on would hold events back.
        "X-Accel-Buffering": "no",
      },
    });
  },
});

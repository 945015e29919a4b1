import { route } from "@/lib/server/route";
import { listOpenDiscussions } from "@/lib/services/review-discussion";

export const GET = route({ handle: ({ actor }) => listOpenDiscussions(actor) });

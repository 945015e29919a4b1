import { route } from "@/lib/server/route";
import { getProgress } from "@/lib/services/progress";

export const GET = route({ handle: ({ actor }) => getProgress(actor) });

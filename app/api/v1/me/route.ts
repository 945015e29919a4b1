import { route } from "@/lib/server/route";
import { getMe } from "@/lib/services/accounts";

export const GET = route({ handle: ({ actor }) => getMe(actor) });

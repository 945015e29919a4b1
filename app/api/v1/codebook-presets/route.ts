import { route } from "@/lib/server/route";
import { listPresets } from "@/lib/services/codebook-presets";

export const GET = route({
  handle: ({ actor }) => Promise.resolve(listPresets(actor)),
});

import { presetParams } from "@/lib/contracts/codebook";
import { route } from "@/lib/server/route";
import { describePreset } from "@/lib/services/codebook-presets";

export const GET = route({
  params: presetParams,
  handle: ({ actor, params }) => Promise.resolve(describePreset(actor, params.presetId)),
});

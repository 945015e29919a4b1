import { babe } from "./babe";
import { basil } from "./basil";
import { defaultPreset } from "./default-preset";
import { mediaFrames } from "./media-frames";
import type { Preset } from "./preset";
import type { PresetId } from "./preset-ids";
import { ptc14 } from "./ptc-14";
import { semeval2023 } from "./semeval-2023";

const byId: Readonly<Record<PresetId, Preset>> = {
  default: defaultPreset,
  basil,
  "ptc-14": ptc14,
  "semeval-2023": semeval2023,
  "media-frames": mediaFrames,
  babe,
};

/** Every preset, the default one first. */
export const presets: readonly Preset[] = Object.values(byId);

export function getPreset(id: PresetId): Preset {
  return byId[id];
}

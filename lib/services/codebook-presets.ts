import "server-only";

import type { PresetDetail, PresetSummary } from "../contracts/codebook";
import type { Page } from "../db/page";
import type { Actor } from "../domain/access/actor";
import { definitionOf, mappingOf, type Preset } from "../domain/codebook/presets/preset";
import type { PresetId } from "../domain/codebook/presets/preset-ids";
import { getPreset, presets } from "../domain/codebook/presets/presets";

/** Published schemes to start from; the same for everybody who has an account. */
export function listPresets(_actor: Actor): Page<PresetSummary> {
  return { items: presets.map(summarise), nextCursor: null };
}

/** One scheme as a codebook, with what its tags come closest to in the default one. */
export function describePreset(_actor: Actor, presetId: PresetId): PresetDetail {
  const preset = getPreset(presetId);
  return {
    ...summarise(preset),
    definition: definitionOf(preset),
    mapping: mappingOf(preset),
  };
}

function summarise(preset: Preset): PresetSummary {
  const { id, title, about, citation, url, licence, families } = preset;
  const nTags = families.reduce((sum, { tags }) => sum + tags.length, 0);
  return { id, title, about, citation, url, licence, nFamilies: families.length, nTags };
}

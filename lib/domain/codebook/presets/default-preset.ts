import { defaultCodebook } from "../default-codebook";
import type { Preset } from "./preset";

/** The default codebook, which is its own measure. */
export const defaultPreset: Preset = {
  id: "default",
  version: defaultCodebook.version,
  title: "Sourcing and framing",
  about:
    "Who speaks, and how the wording steers: seven and eight tags, each with a counterpart in published schemes.",
  citation:
    "Slantwise default codebook, drawing on PolNeAR (Newell et al. 2018), Spangher et al. (2023), BASIL (Fan et al. 2019), BABE (Spinde et al. 2021) and the Propaganda Techniques Corpus (Da San Martino et al. 2019).",
  url: "https://github.com/networkdynamics/PolNeAR",
  licence: "Part of Slantwise, Apache-2.0.",
  families: defaultCodebook.families.map((family) => ({
    ...family,
    tags: family.tags.map((tag) => ({ ...tag, publishedAs: tag.id, toDefault: [tag.id] })),
  })),
  linkTypes: defaultCodebook.linkTypes,
  rules: defaultCodebook.rules,
  questions: defaultCodebook.questions,
};

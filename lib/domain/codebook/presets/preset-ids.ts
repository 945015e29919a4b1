/** The schemes a project can start from, by the id of their codebook. */
export const presetIds = [
  "default",
  "basil",
  "ptc-14",
  "semeval-2023",
  "media-frames",
  "babe",
] as const;
export type PresetId = (typeof presetIds)[number];

import { allTags, type Codebook } from "./codebook";

export type TagTouch = { tagId: string; isRetired: boolean; isRedefined: boolean };

/**
 * Tags of `before` whose spans a reader of `after` should look at again: retired since, or defined
 * in other words. Examples that change touch nothing.
 */
export function touchedTags(before: Codebook, after: Codebook): TagTouch[] {
  const now = new Map(allTags(after).map(({ tag }) => [tag.id, tag]));
  return allTags(before).flatMap(({ tag }) => {
    const later = now.get(tag.id);
    const isRetired = !tag.isRetired && (later === undefined || later.isRetired === true);
    const isRedefined = later !== undefined && later.definition !== tag.definition;
    return isRetired || isRedefined ? [{ tagId: tag.id, isRetired, isRedefined }] : [];
  });
}

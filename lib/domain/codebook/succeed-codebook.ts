import type { FieldError } from "../errors";
import {
  allTags,
  type Codebook,
  type FamilyDefinition,
  familyOf,
  offeredTags,
  type TagDefinition,
} from "./codebook";

/**
 * Why `next` may not follow, one entry per tag; empty when it may. Tags in use stay in their
 * family for ever, since spans and statistics name both.
 */
export function checkSuccession(next: Codebook, inUse: readonly TagInUse[]): FieldError[] {
  return inUse.flatMap(({ tagId: tag, familyId }): FieldError[] => {
    const family = familyOf(next, tag);
    if (family === familyId) return [];
    const path = "families";
    if (family === undefined) {
      const message = `${tag} is in use and can't be dropped. Retire it: keep it in ${familyId} with "isRetired": true.`;
      return [{ path, message, reason: "tag_in_use_dropped", facts: { tag, family: familyId } }];
    }
    const message = `${tag} is in use in ${familyId} and can't move to ${family}. Retire it there, and give the new tag another id.`;
    const facts = { tag, from: familyId, to: family };
    return [{ path, message, reason: "tag_in_use_moved", facts }];
  });
}

export type TagInUse = { tagId: string; familyId: string };

/**
 * `next` with every tag of `current` that it lacks, retired: what a project in use publishes when
 * it goes over to another scheme. A tag that both have stays in the family it had.
 */
export function keepRetired(current: Codebook, next: Codebook): Codebook {
  const home = new Map(allTags(current).map(({ familyId, tag }) => [tag.id, familyId]));
  const wanted = new Map(allTags(next).map(({ tag }) => [tag.id, tag]));
  const leftIn = (familyId: string): TagDefinition[] =>
    allTags(current)
      .filter(({ familyId: at, tag }) => at === familyId && familyOf(next, tag.id) !== familyId)
      .map(({ tag }) => wanted.get(tag.id) ?? { ...tag, isRetired: true });
  const isAtHome = (tagId: string, familyId: string) => (home.get(tagId) ?? familyId) === familyId;

  const renewed = next.families.map((family) => ({
    ...family,
    tags: [...family.tags.filter(({ id }) => isAtHome(id, family.id)), ...leftIn(family.id)],
  }));
  const left = current.families
    .filter(({ id }) => !next.families.some((family) => family.id === id))
    .map((family) => ({ ...family, tags: leftIn(family.id) }));
  const families = [...renewed, ...left]
    .filter(({ tags }) => tags.length > 0)
    .map((family) => ({
      ...family,
      decisionOrder: family.decisionOrder.filter(isOfferedBy(family)),
    }));
  return { ...next, families };
}

function isOfferedBy(family: FamilyDefinition): (tagId: string) => boolean {
  const ids = new Set(offeredTags(family).map(({ id }) => id));
  return (tagId) => ids.has(tagId);
}

import type { ReviewMember } from "./judgement";

export type Vote = { tagId: string | null; annotators: string[] };

/** Who chose which tag; people who marked nothing here stand under `null`, last. */
export function countVotes(
  members: readonly Pick<ReviewMember, "annotatorId" | "tagId">[],
  annotatorIds: readonly string[],
): Vote[] {
  const byTag = new Map<string, Set<string>>();
  for (const { tagId, annotatorId } of members) {
    byTag.set(tagId, (byTag.get(tagId) ?? new Set()).add(annotatorId));
  }
  const votes: Vote[] = [...byTag]
    .map(([tagId, annotators]) => ({ tagId, annotators: [...annotators].sort() }))
    .sort((a, b) => b.annotators.length - a.annotators.length || (a.tagId < b.tagId ? -1 : 1));
  const silent = annotatorIds.filter((id) => !members.some((one) => one.annotatorId === id));
  return silent.length > 0 ? [...votes, { tagId: null, annotators: silent.sort() }] : votes;
}

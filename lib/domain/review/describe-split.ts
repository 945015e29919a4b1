import { judgementOf, type ReviewMember } from "./judgement";
import { normalisePhrase } from "./normalise-phrase";

export type Split = {
  /** How split the annotators are, in bits: the entropy of their versions. */
  information: number;
  /** The shortest quote, normalised. */
  phrase: string;
  /** The tag choices that stand against each other; null where all chose alike. */
  confusion: string | null;
};

/** Short enough for an index, however long a quote or a codebook is. */
export const longestConfusion = 500;

/**
 * What tells a disagreement from others: how split it is, about which words, between which tags.
 * `nAnnotators` counts those who marked nothing here as well.
 */
export function describeSplit(members: readonly ReviewMember[], nAnnotators: number): Split {
  const byAnnotator = new Map<string, ReviewMember[]>();
  for (const member of members) {
    byAnnotator.set(member.annotatorId, [...(byAnnotator.get(member.annotatorId) ?? []), member]);
  }
  const versions = [...byAnnotator.values()];
  const nSilent = Math.max(0, nAnnotators - versions.length);
  const silent = nSilent > 0 ? ["-"] : [];
  const choices = new Set([...versions.map(tagChoice), ...silent]);
  const [shortest] = [...members].sort(
    (a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start,
  );
  return {
    information: entropy([...counts(versions.map(versionKey)), ...(nSilent > 0 ? [nSilent] : [])]),
    phrase: normalisePhrase(shortest?.quote ?? ""),
    confusion: choices.size > 1 ? cut([...choices].sort().join(" | ")) : null,
  };
}

/** By code points, so that no character is broken. */
function cut(text: string): string {
  return [...text].slice(0, longestConfusion).join("");
}

/** The tags of one version, each once, in an order of their own. */
export function tagChoice(version: readonly { tagId: string }[]): string {
  return [...new Set(version.map(({ tagId }) => tagId))].sort().join("+");
}

function versionKey(version: readonly ReviewMember[]): string {
  return version
    .map((member) => `${member.start} ${member.end} ${judgementOf(member)}`)
    .sort()
    .join("\n");
}

function counts(keys: readonly string[]): number[] {
  const found = new Map<string, number>();
  for (const key of keys) found.set(key, (found.get(key) ?? 0) + 1);
  return [...found.values()];
}

function entropy(parts: readonly number[]): number {
  const total = parts.reduce((sum, part) => sum + part, 0);
  // Sorted, so that equal splits give equal numbers to the last bit.
  return [...parts]
    .sort((a, b) => a - b)
    .reduce((sum, part) => sum - (part / total) * Math.log2(part / total), 0);
}

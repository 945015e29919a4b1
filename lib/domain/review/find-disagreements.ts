import { type Codebook, comparedFamilies, familyOf } from "../codebook/codebook";
import { overlaps, type SegmentName, type Span, type TextRange } from "../spans/span";
import { describeSplit, type Split } from "./describe-split";
import { judgementOf, type ReviewMember } from "./judgement";

export type ReviewLayer = { annotatorId: string; spans: readonly Span[] };

/** What comparing layers finds; what all missed is only seen by a reviewer. */
export type DisagreementKind = "one_sided" | "boundary" | "tag" | "boundary_and_tag" | "attribute";

/** Spans of one family in one segment that overlap, directly or through others. */
export type Cluster = TextRange & {
  familyId: string;
  segment: SegmentName;
  /** In text order. */
  members: ReviewMember[];
  tagIds: string[];
  /** Equal for equal members, whatever order they came in; remarks don't count. */
  fingerprint: string;
};
export type FoundDisagreement = Cluster & Split & { kind: DisagreementKind };

/**
 * Where the submitted layers of one article agree and where they don't.
 *
 * Families that aren't compared, such as claims, are left out. First, spans that every annotator marked alike are unanimous. The rest is clustered per family
 * and segment, and each cluster is a disagreement of one kind. Fewer than two layers can neither
 * agree nor disagree: both lists are empty. Cost: O(S log S), and a cluster's square.
 */
export function findDisagreements(
  layers: readonly ReviewLayer[],
  codebook: Codebook,
): { disagreements: FoundDisagreement[]; unanimous: Cluster[] } {
  if (layers.length < 2) return { disagreements: [], unanimous: [] };
  const nAnnotators = layers.length;
  const compared = new Set(comparedFamilies(codebook).map(({ id }) => id));
  const groups = new Map<string, ReviewMember[]>();
  for (const { annotatorId, spans } of layers) {
    for (const { id, revision: _, ...span } of spans) {
      const familyId = familyOf(codebook, span.tagId) ?? "";
      if (familyId !== "" && !compared.has(familyId)) continue;
      const key = `${familyId}\n${span.segment}`;
      const group = groups.get(key) ?? [];
      group.push({ spanId: id, annotatorId, ...span });
      groups.set(key, group);
    }
  }

  const disagreements: FoundDisagreement[] = [];
  const unanimous: Cluster[] = [];
  for (const [key, group] of groups) {
    const familyId = key.split("\n")[0] ?? "";
    const { agreed, open } = takeOutUnanimous(group, nAnnotators);
    unanimous.push(...agreed.map((members) => toCluster(familyId, members)));
    for (const members of clusterOverlapping(open)) {
      disagreements.push({
        ...toCluster(familyId, members),
        ...describeSplit(members, nAnnotators),
        kind: kindOf(members, nAnnotators),
      });
    }
  }
  return { disagreements: disagreements.sort(byPlace), unanimous: unanimous.sort(byPlace) };
}

function takeOutUnanimous(group: readonly ReviewMember[], nAnnotators: number) {
  const alike = new Map<string, ReviewMember[]>();
  for (const member of group) {
    const key = `${member.start} ${member.end} ${judgementOf(member)}`;
    alike.set(key, [...(alike.get(key) ?? []), member]);
  }
  const agreed: ReviewMember[][] = [];
  const open: ReviewMember[] = [];
  for (const members of alike.values()) {
    const isUnanimous = new Set(members.map(({ annotatorId }) => annotatorId)).size === nAnnotators;
    if (isUnanimous) agreed.push(members);
    else open.push(...members);
  }
  return { agreed, open };
}

function clusterOverlapping(members: readonly ReviewMember[]): ReviewMember[][] {
  const clusters: { range: TextRange; members: ReviewMember[] }[] = [];
  for (const member of [...members].sort((a, b) => a.start - b.start)) {
    const last = clusters.at(-1);
    if (last && overlaps(last.range, member)) {
      last.members.push(member);
      last.range.end = Math.max(last.range.end, member.end);
    } else {
      clusters.push({ range: { start: member.start, end: member.end }, members: [member] });
    }
  }
  return clusters.map((cluster) => cluster.members);
}

function kindOf(members: readonly ReviewMember[], nAnnotators: number): DisagreementKind {
  const byAnnotator = new Map<string, ReviewMember[]>();
  for (const member of members) {
    byAnnotator.set(member.annotatorId, [...(byAnnotator.get(member.annotatorId) ?? []), member]);
  }
  if (byAnnotator.size < nAnnotators) return "one_sided";
  const versions = [...byAnnotator.values()];
  const sameBounds = isOneValue(versions, ({ start, end }) => `${start} ${end}`);
  const sameTags = isOneValue(versions, ({ tagId }) => tagId);
  if (sameBounds && sameTags) {
    // The same places and the same tags, but paired otherwise, is a question of tags.
    const isPairedAlike = isOneValue(
      versions,
      ({ start, end, tagId }) => `${start} ${end} ${tagId}`,
    );
    return isPairedAlike ? "attribute" : "tag";
  }
  if (sameTags) return "boundary";
  return sameBounds ? "tag" : "boundary_and_tag";
}

function isOneValue(
  versions: readonly ReviewMember[][],
  valueOf: (member: ReviewMember) => string,
): boolean {
  const values = versions.map((members) => [...new Set(members.map(valueOf))].sort().join("|"));
  return new Set(values).size === 1;
}

function toCluster(familyId: string, unordered: readonly ReviewMember[]): Cluster {
  const members = [...unordered].sort(
    (a, b) => a.start - b.start || b.end - a.end || (a.spanId < b.spanId ? -1 : 1),
  );
  const facts = members
    .map((member) => [
      member.spanId,
      member.annotatorId,
      member.start,
      member.end,
      judgementOf(member),
    ])
    .map((fact) => JSON.stringify(fact))
    .sort();
  return {
    familyId,
    segment: members[0]?.segment ?? "body",
    start: Math.min(...members.map(({ start }) => start)),
    end: Math.max(...members.map(({ end }) => end)),
    members,
    tagIds: [...new Set(members.map(({ tagId }) => tagId))].sort(),
    fingerprint: `${familyId} ${facts.join(" ")}`,
  };
}

function byPlace(a: Cluster, b: Cluster): number {
  if (a.segment !== b.segment) return a.segment === "title" ? -1 : 1;
  return a.start - b.start || a.end - b.end || (a.familyId < b.familyId ? -1 : 1);
}

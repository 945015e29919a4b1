import type { Attributes, SegmentName, TextRange } from "../spans/span";
import { tagChoice } from "./describe-split";

type Gold = TextRange & {
  segment: SegmentName;
  tagId: string;
  quote: string;
  attributes: Attributes;
};
type Member = Gold & { spanId: string; annotator: string };
type Ruling = { outcome: string; spans: readonly Gold[] };

export type Carried = { outcome: string; spans?: Gold[] };

/**
 * A ruling as it would be on another disagreement, or null where it can't be.
 *
 * Nothing here, both defensible and unresolved hold anywhere. An accepted version holds where
 * somebody made the same choice of tags; whoever was accepted first is preferred. A version that the
 * reviewer wrote is about its own text alone.
 */
export function carryRuling(
  ruling: Ruling,
  members: readonly Member[],
  other: readonly Member[],
): Carried | null {
  const { outcome, spans } = ruling;
  if (outcome === "reject" || outcome === "both_defensible" || outcome === "unresolved") {
    return { outcome };
  }
  if (outcome !== "accept") return null;
  const wanted = tagChoice(spans);
  const accepted = members.find((member) => spans.every((span) => covers(members, member, span)));
  const annotators = [...new Set(other.map(({ annotator }) => annotator))].sort(
    (a, b) => Number(b === accepted?.annotator) - Number(a === accepted?.annotator),
  );
  for (const annotator of annotators) {
    const version = other.filter((member) => member.annotator === annotator);
    if (tagChoice(version) !== wanted) continue;
    return { outcome, spans: version.map(({ spanId: _, annotator: __, ...span }) => span) };
  }
  return null;
}

function covers(members: readonly Member[], { annotator }: Member, span: Gold): boolean {
  return members.some(
    (member) =>
      member.annotator === annotator &&
      member.segment === span.segment &&
      member.start === span.start &&
      member.end === span.end &&
      member.tagId === span.tagId,
  );
}

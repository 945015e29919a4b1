import { type Codebook, comparedFamilies, familyOf } from "../codebook/codebook";
import { compareSpans, overlaps, type Span, type TextRange } from "../spans/span";
import { differingAttributes } from "./judgement";

type Marked = Pick<Span, "id" | "segment" | "start" | "end" | "quote" | "tagId" | "attributes">;
/** A gold row in force; `ruleCited` is what its decision cites, null where it cites nothing. */
export type GoldMark = Marked & { outcome: string; ruleCited: string | null };

export type Finding<Mark extends Marked = Marked, Gold extends GoldMark = GoldMark> = {
  /**
   * `found`: place and tag are those of gold. `boundary_differs`: the tag is, and the places overlap.
   * `other_tag`: the places overlap, with another tag of the family. `missed`: gold has it and the
   * layer hasn't. `extra`: the layer has it and gold hasn't.
   */
  kind: "found" | "boundary_differs" | "other_tag" | "missed" | "extra";
  /** Null where it is missed. */
  mark: Mark | null;
  /** Null where it is extra, unless a decision rejected it: then what was rejected. */
  gold: Gold | null;
  /** Ids of attributes that gold has other values of, remarks aside; empty where one side is alone. */
  differingAttributes: string[];
  ruleCited: string | null;
};

export type Comparison<Mark extends Marked = Marked, Gold extends GoldMark = GoldMark> = {
  /** In text order. */
  findings: Finding<Mark, Gold>[];
  counts: Record<Finding["kind"], number>;
  /** The same findings by the rule that was cited, in the codebook's order; null, for none, last. */
  byRule: { rule: string | null; findings: Finding<Mark, Gold>[] }[];
};

/**
 * How a layer compares with an article's gold, span by span and with tolerance for places.
 *
 * Spans are paired one to one: equal ones first, then those of one tag and then those of one family
 * that overlap, most shared (by intersection over union) first. What is left of a tag and overlaps
 * gold of that tag, as when one gold span was marked in two parts, differs by its boundary too.
 * `both_defensible` gold that isn't marked isn't missed, as leaving it out was defensible; `reject`
 * gold is what was turned down, and `unresolved` gold asks nothing of anybody: what only meets it is
 * left out. Cost: O(layer · gold).
 */
export function compareWithGold<Mark extends Marked, Gold extends GoldMark>(
  layer: readonly Mark[],
  gold: readonly Gold[],
  codebook: Codebook,
): Comparison<Mark, Gold> {
  const standing = gold.filter(({ outcome }) => !notGold.has(outcome));
  const rejected = gold.filter(({ outcome }) => outcome === "reject");
  const unresolved = gold.filter(({ outcome }) => outcome === "unresolved");
  const compared = new Set(comparedFamilies(codebook).map(({ id }) => id));
  const asked = layer.filter(({ tagId }) => {
    const family = familyOf(codebook, tagId);
    return family === undefined || compared.has(family);
  });
  const { pairs, marks, golds } = pairUp(asked, standing, codebook);

  const findings: Finding<Mark, Gold>[] = pairs.map(([mark, its]) => toFinding(mark, its));
  for (const mark of marks) {
    const whole = nearest(mark, standing, sameTag);
    const refused = nearest(mark, rejected, sameTag);
    if (whole) findings.push(toFinding(mark, whole));
    else if (refused || !nearest(mark, unresolved, sameTag)) {
      findings.push(alone("extra", mark, refused ?? null));
    }
  }
  for (const one of golds) {
    const part = nearest(one, layer, sameTag);
    if (part) findings.push(toFinding(part, one));
    else if (one.outcome !== "both_defensible")
      findings.push(alone<Mark, Gold>("missed", null, one));
  }
  findings.sort(byPlace);
  const counts = { found: 0, boundary_differs: 0, other_tag: 0, missed: 0, extra: 0 };
  for (const { kind } of findings) counts[kind] += 1;
  return { findings, counts, byRule: groupByRule(findings, codebook) };
}

const notGold = new Set(["reject", "unresolved"]);

function toFinding<Mark extends Marked, Gold extends GoldMark>(
  mark: Mark,
  gold: Gold,
): Finding<Mark, Gold> {
  const isSamePlace = mark.start === gold.start && mark.end === gold.end;
  const isTagged = sameTag(mark, gold);
  return {
    kind: !isTagged ? "other_tag" : isSamePlace ? "found" : "boundary_differs",
    mark,
    gold,
    differingAttributes: isTagged ? differingAttributes([mark.attributes, gold.attributes]) : [],
    ruleCited: gold.ruleCited,
  };
}

function alone<Mark extends Marked, Gold extends GoldMark>(
  kind: "missed" | "extra",
  mark: Mark | null,
  gold: Gold | null,
): Finding<Mark, Gold> {
  return { kind, mark, gold, differingAttributes: [], ruleCited: gold?.ruleCited ?? null };
}

type Likeness = (a: Marked, b: Marked) => boolean;

function sameTag(a: Marked, b: Marked): boolean {
  return a.tagId === b.tagId;
}

/** Pairs one to one, the surest first; what is left on either side. */
function pairUp<Mark extends Marked, Gold extends GoldMark>(
  layer: readonly Mark[],
  gold: readonly Gold[],
  codebook: Codebook,
) {
  const sameFamily: Likeness = (a, b) =>
    !sameTag(a, b) &&
    familyOf(codebook, a.tagId) !== undefined &&
    familyOf(codebook, a.tagId) === familyOf(codebook, b.tagId);
  const marks = new Set(layer);
  const golds = new Set(gold);
  const pairs: [Mark, Gold][] = [];
  for (const isAlike of [sameTag, sameFamily]) {
    const near = [...marks].flatMap((mark) =>
      [...golds]
        .filter((one) => isAlike(mark, one) && meets(mark, one))
        .map((one) => ({ mark, one, share: sharedPart(mark, one) })),
    );
    near.sort((a, b) => b.share - a.share || compareSpans(a.mark, b.mark));
    for (const { mark, one } of near) {
      if (!marks.has(mark) || !golds.has(one)) continue;
      pairs.push([mark, one]);
      marks.delete(mark);
      golds.delete(one);
    }
  }
  return { pairs, marks, golds };
}

function nearest<Other extends Marked>(
  mark: Marked,
  others: readonly Other[],
  isAlike: Likeness,
): Other | undefined {
  return others
    .filter((other) => isAlike(mark, other) && meets(mark, other))
    .sort((a, b) => sharedPart(mark, b) - sharedPart(mark, a))[0];
}

function meets(a: Marked, b: Marked): boolean {
  return a.segment === b.segment && overlaps(a, b);
}

/** Intersection over union, of ranges that overlap. */
function sharedPart(a: TextRange, b: TextRange): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

function byPlace(a: Finding, b: Finding): number {
  const [here, there] = [a.mark ?? a.gold, b.mark ?? b.gold];
  return here && there ? compareSpans(here, there) : 0;
}

function groupByRule<Mark extends Marked, Gold extends GoldMark>(
  findings: readonly Finding<Mark, Gold>[],
  codebook: Codebook,
): Comparison<Mark, Gold>["byRule"] {
  const cited = findings.flatMap(({ ruleCited }) => (ruleCited === null ? [] : [ruleCited]));
  const known = codebook.rules.map(({ id }) => id).filter((id) => cited.includes(id));
  // Rules of other versions of the codebook, and gaps in it, were cited as well.
  const rules = new Set<string | null>([...known, ...cited.sort(), null]);
  return [...rules]
    .map((rule) => ({ rule, findings: findings.filter(({ ruleCited }) => ruleCited === rule) }))
    .filter((group) => group.findings.length > 0);
}

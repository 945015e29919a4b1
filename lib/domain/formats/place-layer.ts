import type { Explained } from "../reason";
import { type Anchor, type Anchored, reAnchor } from "../spans/re-anchor";
import type { SegmentName } from "../spans/span";
import { CodePointIndex } from "../text/code-points";
import type { ImportedLayer, ImportedSpan, OffsetUnit } from "./imported-layer";
import { type ArticleText, JointText, jointGap } from "./joint-text";
import { explainNoParagraph, withPlacesOfLines } from "./place-lines";
import { withLineFeeds, withoutLastLineFeeds } from "../text/line-ends";
import { anchorsFromText, countFitting, toCodePoints } from "./read-places";

/** A span of the file and what became of it; a place is one of its segment. */
export type PlacedSpan = {
  span: ImportedSpan;
  placed: Anchored & { segment?: SegmentName };
};

/**
 * Places a layer's spans on an article. Offsets may count the body, or title and body with one or
 * two line feeds between them, in code points or UTF-16: what makes most quotes fit is taken,
 * the unit that the format documents and title with body first. Spans that don't fit are sought
 * by their quote.
 */
export function placeLayer(article: ArticleText, given: ImportedLayer): PlacedSpan[] {
  const layer = withPlacesOfLines(article, given);
  const inSegments = layer.spans.some(({ segment }) => segment !== null);
  if (inSegments) return placeBySegment(article, layer);
  const { base, anchors } = readLayer(article, layer);
  return layer.spans.map((span, at) => {
    if (span.textLine !== undefined && span.place === null) {
      return { span, placed: { result: "lost", why: explainNoParagraph(span.textLine) } };
    }
    const anchored = reAnchor(base.index, anchors[at] ?? unknownAnchor);
    return { span, placed: intoSegment(base, withRemark(anchored, span)) };
  });
}

const unknownAnchor: Anchor = { place: null, quote: null, prefix: "", suffix: "" };

function placeBySegment({ title, body }: ArticleText, layer: ImportedLayer): PlacedSpan[] {
  const texts = { title: new CodePointIndex(title), body: new CodePointIndex(body) };
  const nFitting = (unit: OffsetUnit) =>
    (["title", "body"] as const).reduce((sum, segment) => {
      const spans = layer.spans.filter((span) => (span.segment ?? "body") === segment);
      return sum + countFitting(texts[segment], spans, unit);
    }, 0);
  const other = layer.unit === "codepoint" ? "utf16" : "codepoint";
  const unit = nFitting(other) > nFitting(layer.unit) ? other : layer.unit;
  return layer.spans.map((span) => {
    const segment = span.segment ?? "body";
    const anchored = reAnchor(texts[segment], toAnchor(texts[segment], span, unit));
    const placed = withRemark(anchored, span);
    return { span, placed: placed.result === "lost" ? placed : { ...placed, segment } };
  });
}

function readLayer(article: ArticleText, layer: ImportedLayer) {
  const bases = [jointGap, null, "\n"].map((gap) => new JointText(article, gap));
  const [joint = new JointText(article)] = bases;
  if (layer.text !== null) {
    const text = withLineFeeds(layer.text);
    const trimmed = withoutLastLineFeeds(text);
    const same = bases.find(({ index }) => index.text === text || index.text === trimmed);
    const anchors = anchorsFromText(layer.text, layer);
    return { base: same ?? bestBase(bases, anchors) ?? joint, anchors };
  }
  const units = [layer.unit, layer.unit === "codepoint" ? "utf16" : "codepoint"] as const;
  let best = { base: joint, unit: layer.unit, fitting: -1 };
  for (const unit of units) {
    for (const base of bases) {
      const fitting = countFitting(base.index, layer.spans, unit);
      if (fitting > best.fitting) best = { base, unit, fitting };
    }
  }
  const anchors = layer.spans.map((span) => toAnchor(best.base.index, span, best.unit));
  return { base: best.base, anchors };
}

/** How many spans decide which text offsets count in. */
const sample = 200;

/** The base on which most anchors are where they say; undefined if none is on any. */
function bestBase(bases: readonly JointText[], anchors: readonly Anchor[]): JointText | undefined {
  const counts = bases.map(
    ({ index }) =>
      anchors.slice(0, sample).filter((one) => reAnchor(index, one).result === "kept").length,
  );
  const best = Math.max(...counts);
  return best === 0 ? undefined : bases[counts.indexOf(best)];
}

function toAnchor(index: CodePointIndex, span: ImportedSpan, unit: OffsetUnit): Anchor {
  const { prefix, suffix } = span;
  const quote = span.quote === null ? null : withLineFeeds(span.quote);
  return { place: toCodePoints(index, span.place, unit), quote, prefix, suffix };
}

function withRemark(anchored: Anchored, { remark }: ImportedSpan): Anchored {
  if (remark === null || anchored.result === "lost") return anchored;
  return { ...anchored, result: "uncertain", why: remark };
}

const acrossTitle: Explained = {
  message: "This runs from the title into the text.",
  reason: "span_across_title",
};

function intoSegment(base: JointText, anchored: Anchored): PlacedSpan["placed"] {
  if (anchored.result === "lost") return anchored;
  const inSegment = base.toSegment(anchored);
  if (!inSegment) return { result: "lost", why: acrossTitle };
  return { ...anchored, ...inSegment };
}

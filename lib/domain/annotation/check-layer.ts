import { attributesOf, type Codebook, familyOf } from "../codebook/codebook";
import { overlaps, type SegmentName, type Span, type TextRange } from "../spans/span";
import type { LayerContext } from "./check-operation";

/** What a hint is about, with what its sentence names. */
export type HintCause =
  | { kind: "doubt_in_cue" | "voice_in_quotation" }
  | { kind: "missing_attribute"; quote: string; attribute: string }
  | { kind: "missed_cue"; words: string }
  | { kind: "carried_uncertain" | "carried_lost"; quote: string; tag: string };

/** Something to look at again before handing in; never an error. */
export type LayerHint = {
  /** Stable while its cause stands, so that it can be set aside. */
  id: string;
  /** The rule of the codebook behind it, or the attribute that its family requires, if any. */
  rule: string | null;
  cause: HintCause;
  spanId: string | null;
  place: { segment: SegmentName; start: number; end: number } | null;
};

const quoted = /[“"„«][^“”"„«»\n]*[”"“»]|(?<!\p{L})‘[^‘\n]*?’(?!\p{L})/gu;
/** Shorter ones with their marks are a letter or a sign that is spoken of. */
const shortestQuotation = 5;
// Phrases that announce a source in English news prose, with a few words between people and verb.
const people =
  "sources?|officials?|spokes(?:man|woman|person|people|men|women)|insiders?|diplomats?|experts?|analysts?|observers?|witness(?:es)?|aides?|critics";
const saying = "says?|said|tells?|told|claim(?:s|ed)?|warn(?:s|ed)?|add(?:s|ed)?|insist(?:s|ed)?";
const cue = new RegExp(
  `\\b(?:according to|reportedly|allegedly|(?:${people})(?:\\s+[\\p{L}’'-]+){0,5}?\\s+(?:${saying}))\\b`,
  "giu",
);
/** A reporting verb that doubts by itself. */
const doubtfulCue =
  /^(?:claim(?:s|ed|ing)?|alleg(?:es?|ed|ing)|purport(?:s|ed)?|profess(?:es|ed)?)(?:\s+(?:that|to))?$/iu;

/**
 * Gentle checks by the default codebook's rules and by the attributes that a codebook requires;
 * families that the codebook doesn't have are passed over. Cost: one pass over the text, then spans
 * times quotations, both of one article.
 */
export function checkLayer(
  { texts, codebook }: LayerContext,
  spans: readonly Span[],
  language: string,
): LayerHint[] {
  const inFamily = (family: string) =>
    spans.filter(({ tagId }) => familyOf(codebook, tagId) === family);
  const [sourcing, framing] = [inFamily("SOURCING"), inFamily("FRAMING")];
  const hints = missingAttributes(codebook, spans);
  const isEnglish = language === "en" || language === "und";
  const quotations = { title: quotationsIn(texts.title), body: quotationsIn(texts.body) };
  for (const span of framing) {
    const holder = sourcing.find(
      (one) => one.segment === span.segment && one.start <= span.start && span.end <= one.end,
    );
    if (span.tagId === "DOUBT" && (holder || (isEnglish && doubtfulCue.test(span.quote)))) {
      hints.push(onSpan("R5", span, { kind: "doubt_in_cue" }));
    }
    if (!span.attributes.voice && isWithin(quotations[span.segment], span)) {
      hints.push(onSpan("R6", span, { kind: "voice_in_quotation" }));
    }
  }
  if (hasFamily(codebook, "SOURCING") && isEnglish) {
    for (const segment of ["title", "body"] as const) {
      hints.push(...missedCues(texts[segment], segment, sourcing));
    }
  }
  return hints;
}

function hasFamily(codebook: Codebook, id: string): boolean {
  return codebook.families.some((family) => family.id === id);
}

function onSpan(rule: string, span: Span, cause: HintCause): LayerHint {
  return { id: `${rule} ${span.id}`, rule, cause, spanId: span.id, place: null };
}

function missingAttributes(codebook: Codebook, spans: readonly Span[]): LayerHint[] {
  const required = new Map(
    codebook.families.map(({ id }) => [
      id,
      attributesOf(codebook, id).filter(({ isRequired }) => isRequired),
    ]),
  );
  return spans.flatMap((span) =>
    (required.get(familyOf(codebook, span.tagId) ?? "") ?? [])
      .filter(({ id }) => span.attributes[id] === undefined)
      .map(({ id: attribute }) =>
        onSpan(attribute, span, { kind: "missing_attribute", quote: span.quote, attribute }),
      ),
  );
}

function quotationsIn(index: LayerContext["texts"]["body"]): TextRange[] {
  // Short ones are taken as well, or what stands between two of them would look like one.
  const found = [...index.text.matchAll(quoted)];
  return found
    .filter(({ 0: { length } }) => length >= shortestQuotation)
    .map(({ index: at, 0: { length } }) => ({
      start: index.toCodePoint(at),
      end: index.toCodePoint(at + length),
    }));
}

function isWithin(ranges: readonly TextRange[], { start, end }: TextRange): boolean {
  return ranges.some((range) => range.start <= start && end <= range.end);
}

function missedCues(
  index: LayerContext["texts"]["body"],
  segment: SegmentName,
  sourcing: readonly Span[],
): LayerHint[] {
  return [...index.text.matchAll(cue)].flatMap(({ index: at, 0: match }) => {
    const place = {
      segment,
      start: index.toCodePoint(at),
      end: index.toCodePoint(at + match.length),
    };
    if (sourcing.some((span) => span.segment === segment && overlaps(span, place))) return [];
    const cause = { kind: "missed_cue" as const, words: match };
    return [{ id: `R1 ${segment} ${place.start}`, rule: "R1", cause, spanId: null, place }];
  });
}

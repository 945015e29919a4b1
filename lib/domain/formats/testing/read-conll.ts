import { overlaps, type SegmentName, type TextRange } from "../../spans/span";
import type { ExportedLayer } from "../exported-span";

type Token = TextRange & { segment: SegmentName; marks: string[] };
type Place = TextRange & { segment: SegmentName; tagId: string };

function tokensOf(conll: string): { tags: string[]; tokens: Token[] } {
  let segment: SegmentName = "title";
  let tags: string[] = [];
  const tokens: Token[] = [];
  for (const line of conll.split("\n")) {
    const [, name, value = ""] = /^# (\w+) = (.*)$/.exec(line) ?? [];
    if (name === "segment") segment = value === "title" ? "title" : "body";
    if (name === "columns") tags = value.split(" ").slice(3);
    const [token = "", start, end, ...marks] = line.split("\t");
    if (token === "" || name) continue;
    tokens.push({ segment, start: Number(start), end: Number(end), marks });
  }
  return { tags, tokens };
}

const inOrder = (a: Place, b: Place) =>
  a.tagId.localeCompare(b.tagId) || b.segment.localeCompare(a.segment) || a.start - b.start;

/** The spans that the BIO columns say, by tag and place. */
export function readConll(conll: string): Place[] {
  const { tags, tokens } = tokensOf(conll);
  const spans: Place[] = [];
  for (const [column, name] of tags.entries()) {
    for (const { segment, start, end, marks } of tokens) {
      const mark = marks[column] ?? "O";
      const last = spans.at(-1);
      if (mark.startsWith("B-")) {
        spans.push({ segment, start, end, tagId: name.replace(/^.*:/, "") });
      } else if (mark.startsWith("I-") && last) last.end = end;
    }
  }
  return spans.sort(inOrder);
}

/** The layer's spans as far as tokens can say them: widened, and gone without one. */
export function widenedToTokens({ spans }: ExportedLayer, conll: string): Place[] {
  const { tokens } = tokensOf(conll);
  return spans
    .flatMap((span): Place[] => {
      const own = tokens.filter((token) => token.segment === span.segment && overlaps(token, span));
      const [first, last] = [own[0], own.at(-1)];
      const { segment, tagId } = span;
      return first && last ? [{ segment, tagId, start: first.start, end: last.end }] : [];
    })
    .sort(inOrder);
}

/** Without those that share a token with another of their tag. */
export function withoutSharedTokens(places: readonly Place[]): Place[] {
  return places.filter((one) =>
    places.every(
      (other) =>
        other === one ||
        other.tagId !== one.tagId ||
        other.segment !== one.segment ||
        !overlaps(one, other),
    ),
  );
}

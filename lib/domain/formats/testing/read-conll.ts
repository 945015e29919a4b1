import { overlaps, type SegmentName, type TextRange } from "../../spans/span";
import type { ExportedLayer } from "../exported-span";

type Token = TextRange & { segment: SegmentName; sentence: number; marks: string[] };
type Place = TextRange & { segment: SegmentName; tagId: string };

function tokensOf(conll: string): { tags: string[]; tokens: Token[] } {
  let segment: SegmentName = "title";
  let tags: string[] = [];
  const tokens: Token[] = [];
  let sentence = 0;
  for (const line of conll.split("\n")) {
    const [, name, value = ""] = /^# (\w+) = (.*)$/.exec(line) ?? [];
    if (name === "segment") segment = value === "title" ? "title" : "body";
    if (name === "columns") tags = value.split(" ").slice(3);
    const [token = "", start, end, ...marks] = line.split("\t");
    if (line === "") sentence += 1;
    if (token === "" || name) continue;
    tokens.push({ segment, sentence, start: Number(start), end: Number(end), marks });
  }
  return { tags, tokens };
}

const inOrder = (a: Place, b: Place) =>
  a.tagId.localeCompare(b.tagId) || b.segment.localeCompare(a.segment) || a.start - b.start;

/** The spans that the BIO columns say, by tag and place. @throws where one goes on that isn't begun */
export function readConll(conll: string): Place[] {
  const { tags, tokens } = tokensOf(conll);
  const spans: Place[] = [];
  for (const [column, name] of tags.entries()) {
    let open: { span: Place; sentence: number } | null = null;
    for (const { segment, sentence, start, end, marks } of tokens) {
      const mark = marks[column] ?? "O";
      if (mark.startsWith("B-")) {
        open = { span: { segment, start, end, tagId: name.replace(/^.*:/, "") }, sentence };
        spans.push(open.span);
      } else if (mark.startsWith("I-")) {
        if (open?.sentence !== sentence) throw new Error(`no IOB2: ${mark} at ${start}`);
        open.span.end = end;
      } else open = null;
    }
  }
  return spans.sort(inOrder);
}

/** The layer's spans as far as tokens can say them: widened, cut into sentences, and gone without a token. */
export function widenedToTokens({ spans }: ExportedLayer, conll: string): Place[] {
  const { tokens } = tokensOf(conll);
  return spans
    .flatMap((span): Place[] => {
      const own = tokens.filter((token) => token.segment === span.segment && overlaps(token, span));
      const { segment, tagId } = span;
      return [...new Set(own.map(({ sentence }) => sentence))].flatMap((number) => {
        const part = own.filter(({ sentence }) => sentence === number);
        const [first, last] = [part[0], part.at(-1)];
        return first && last ? [{ segment, tagId, start: first.start, end: last.end }] : [];
      });
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

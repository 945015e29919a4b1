import { CodePointIndex } from "../text/code-points";
import { overlaps, type SegmentName, type TextRange } from "../spans/span";
import { sentences, tokensIn } from "../text/words";
import type { ExportedLayer } from "./exported-span";

type Token = TextRange & { text: string };
type Tag = { familyId: string; id: string };

/**
 * Writes a layer as CoNLL: a token to a line, an empty line between sentences, one BIO column per
 * tag of the codebook, as spans of different tags may overlap. Each token has its place in code
 * points of its segment. Can't hold: edges inside a token (the token is marked as a whole), spans
 * without a token, two spans of one tag in one token, attributes, that parts of a span in two
 * sentences are one: it begins anew in each (IOB2). Cost: tokens × tags.
 * @param language of the article, BCP 47; the tokeniser goes by it
 */
export function toConll(
  { key, article, spans }: ExportedLayer,
  { annotator, language, tags }: { annotator: string; language: string; tags: readonly Tag[] },
): string {
  const columns = ["token", "start", "end", ...tags.map((tag) => `${tag.familyId}:${tag.id}`)];
  const head = [
    `# article_id = ${oneLine(key)}`,
    `# annotator = ${oneLine(annotator)}`,
    `# tokeniser = Intl.Segmenter, granularity word, locale ${oneLine(language)} (UAX 29); white space is no token`,
    "# scheme = IOB2; a span of several sentences begins anew in each",
    `# columns = ${columns.join(" ")}`,
  ];
  const parts = (["title", "body"] as const).map((segment) => {
    const own = spans.filter((span) => span.segment === segment);
    const blocks = sentencesOf(article[segment], language).map((tokens) => {
      const marks = tags.map(({ id }) => bio(tokens, own, id));
      return tokens.map(({ text, start, end }, at) =>
        [text, start, end, ...marks.map((column) => column[at])].join("\t"),
      );
    });
    return [`# segment = ${segment}`, ...blocks.flatMap((lines) => [...lines, ""])];
  });
  return [...head, ...parts.flat()].map((line) => `${line}\n`).join("");
}

function sentencesOf(text: string, language: string): Token[][] {
  const index = new CodePointIndex(text);
  const all = sentences(text).map((sentence) =>
    tokensIn(text, sentence, language).map(({ start, end }) => ({
      text: text.slice(start, end),
      ...{ start: index.toCodePoint(start), end: index.toCodePoint(end) },
    })),
  );
  return all.filter((tokens) => tokens.length > 0);
}

type Marked = TextRange & { segment: SegmentName; tagId: string };

/** The first token of a span begins it, in each sentence anew: readers take sentences one by one. */
function bio(tokens: readonly Token[], spans: readonly Marked[], tagId: string): string[] {
  const own = spans.filter((span) => span.tagId === tagId);
  let last: Marked | undefined;
  return tokens.map((token) => {
    const found = own.find((span) => overlaps(span, token));
    const isBegun = found !== undefined && found === last;
    last = found;
    return found ? `${isBegun ? "I" : "B"}-${tagId}` : "O";
  });
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}

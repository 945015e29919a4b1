import { compareSpans, type Span } from "@/lib/domain/spans/span";

export type Corpus = { title: string; body: string; spans: Span[]; added: Span[] };

/** Only the added spans carry this tag, so that the rule against overlap never refuses one. */
export const addedTagId = "ADDED";

const vocabulary =
  "the of and to in that officials said government minister talks report according sources military alliance border western region claimed statement president against policy energy market leaders security agreement pressure response public critics reluctant expansion observers media network campaign sanctions parliament voters economy historic warned alleged unprecedented crisis".split(
    " ",
  );
const nAdded = 12;
const wordsBetweenAdded = 9;

/** An article of so many words with so many spans: the same for the same numbers, ASCII only. */
export function makeCorpus(nWords: number, nSpans: number, tagIds: readonly string[]): Corpus {
  const random = randomFrom(nWords * 31 + nSpans);
  const { body, words } = write(nWords, random);
  const spanOf = (at: number, firstWord: number, nSpanWords: number, tagId: string): Span => {
    const last = words[Math.min(firstWord + nSpanWords, words.length) - 1]!;
    const { start } = words[firstWord]!;
    return {
      id: `00000000-0000-7000-8000-${String(at).padStart(12, "0")}`,
      segment: "body",
      start,
      end: last.end,
      quote: body.slice(start, last.end),
      tagId,
      attributes: {},
      revision: 1,
    };
  };
  const spans = Array.from({ length: nSpans }, (_, at) =>
    spanOf(
      at,
      Math.floor(random() * words.length),
      spanLength(random),
      tagIds[at % tagIds.length]!,
    ),
  ).sort(compareSpans);
  const added = Array.from({ length: nAdded }, (_, at) =>
    spanOf(nSpans + at, 2 + at * wordsBetweenAdded, 3, addedTagId),
  );
  return { title: "An article to measure with", body, spans, added };
}

type Word = { start: number; end: number };

/** Paragraphs of 60 to 100 words, sentences of 8 to 25. */
function write(nWords: number, random: () => number): { body: string; words: Word[] } {
  const words: Word[] = [];
  const parts: string[] = [];
  let length = 0;
  const put = (text: string) => {
    parts.push(text);
    length += text.length;
  };
  while (words.length < nWords) {
    if (words.length > 0) put("\n\n");
    const paragraphEnd = Math.min(nWords, words.length + between(random, 60, 100));
    while (words.length < paragraphEnd) {
      const sentenceEnd = Math.min(paragraphEnd, words.length + between(random, 8, 25));
      for (let isFirst = true; words.length < sentenceEnd; isFirst = false) {
        const word = vocabulary[Math.floor(random() * vocabulary.length)]!;
        words.push({ start: length, end: length + word.length });
        put(isFirst ? word.charAt(0).toUpperCase() + word.slice(1) : word);
        put(words.length < sentenceEnd ? " " : words.length < paragraphEnd ? ". " : ".");
      }
    }
  }
  return { body: parts.join(""), words };
}

/** Nine in ten are short, about 7 words; the rest are 40 to 100 words long. */
function spanLength(random: () => number): number {
  if (random() < 0.1) return between(random, 40, 100);
  return 1 + Math.floor(Math.log(1 - random()) / Math.log(1 - 1 / 7));
}

function between(random: () => number, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1));
}

/** Numbers in [0, 1) that are the same in every run (a 32-bit linear congruential generator). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0 || 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

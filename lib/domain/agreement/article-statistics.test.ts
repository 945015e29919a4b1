import { describe, expect, it } from "vitest";

import { comparedFamilies } from "../codebook/codebook";
import { defaultCodebook } from "../codebook/default-codebook";
import { ArticleCounter } from "./article-counter";
import { articleStatistics, type SubmittedLayer } from "./article-statistics";
import { familyWidth, pairWidth, tagWidth } from "./article-sums";
import { binaryCharacterCounts } from "./binary-character-alpha";
import { seededRandom } from "./random-source";
import { creditsPerSpan } from "./pair-statistics";
import { exactSpanF1, iouSpanF1, overlapLength, overlapSpanF1 } from "./span-f1";
import { matchOverlappingSpans } from "./tag-agreement";

const families = comparedFamilies(defaultCodebook);
const tagIds = families.flatMap(({ tags }) => tags.map(({ id }) => id));
const random = seededRandom(7);
const below = (n: number) => Math.floor(random() * n);

/** Spans that overlap across and within layers, of few tags or many, some past the text's end. */
function randomArticle(nTags: number, mostSpans = 12) {
  const nCodePoints = 60 + below(300);
  const layers = Array.from({ length: 2 + below(4) }, (_, at): SubmittedLayer => {
    const spans = Array.from({ length: below(mostSpans) }, () => {
      const start = below(nCodePoints);
      const end = start + 1 + below(50);
      const segment = below(10) === 0 ? ("title" as const) : ("body" as const);
      return { segment, start, end, tagId: below(30) === 0 ? "GONE" : tagIds[below(nTags)]! };
    });
    return { annotatorId: `annotator ${(at * 3) % 5}`, spans };
  });
  return { nCodePoints, layers };
}

/** The same numbers from the plain functions, one family at a time. */
function countPlainly({ nCodePoints, layers }: ReturnType<typeof randomArticle>, at: number) {
  const { id, tags } = families[at]!;
  const inFamily = new Set(tags.map((tag) => tag.id));
  const sorted = [...layers].sort((a, b) => (a.annotatorId < b.annotatorId ? -1 : 1));
  const own = sorted.map(({ spans }) =>
    spans
      .filter(({ segment, tagId }) => segment === "body" && inFamily.has(tagId))
      .map(({ start, end, tagId }) => ({ start, end, tag: tagId })),
  );
  const toCounts = (some: typeof own) => {
    const toLayer = (spans: (typeof own)[number]) => ({
      annotatorId: "",
      spans: spans.map((span) => ({ ...span, categoryIndex: 0 })),
    });
    const article = { lengthCodePoints: nCodePoints, layers: some.map(toLayer) };
    const [disagreeing = 0, marked = 0] = binaryCharacterCounts(article, 1);
    return [marked, Math.round(((marked - disagreeing) * (some.length - 1)) / 2)];
  };
  const pairs = own.flatMap((a, first) =>
    own.slice(first + 1).map((b, next) => ({ a, b, first, second: first + 1 + next })),
  );
  const matches = pairs.flatMap(({ a, b }) =>
    matchOverlappingSpans(a, b).map(([i, j]) => [a[i]!, b[j]!] as const),
  );
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
  return {
    id,
    family: [
      ...toCounts(own),
      sum(pairs.map(({ a, b }) => a.length + b.length)),
      sum(pairs.flatMap(({ a, b }) => overlapSpanF1(a, b, "any").matched)),
      matches.length,
    ],
    pairs: pairs
      .filter(({ a, b }) => a.length + b.length > 0)
      .map(({ a, b, first, second }) => [
        ...[first, second, a.length, b.length],
        ...[exactSpanF1(a, b).matched[0], exactSpanF1(a, b, "any").matched[0]],
        ...[iouSpanF1(a, b).matched[0], iouSpanF1(a, b, "any").matched[0]],
        ...overlapSpanF1(a, b).matched,
        ...[cappedCredit(a, b), cappedCredit(b, a)],
        ...toCounts([a, b]),
      ]),
    tags: tags
      .map((tag) => own.map((spans) => spans.filter((span) => span.tag === tag.id)))
      .filter((some) => some.flat().length > 0)
      .map((some) => [some.flat().length, ...toCounts(some)]),
  };
}

type Ranges = readonly { start: number; end: number; tag: string }[];

/** The share of each span that spans of the same tag cover, at most all of it. */
function cappedCredit(spans: Ranges, others: Ranges): number {
  const sum = spans.reduce((total, a) => {
    const shares = others
      .filter(({ tag }) => tag === a.tag)
      .map((b) => overlapLength(a, b) / (a.end - a.start));
    return (
      total +
      Math.min(
        1,
        shares.reduce((x, y) => x + y, 0),
      )
    );
  }, 0);
  return Math.round(sum * creditsPerSpan);
}

function rowsOf(numbers: readonly number[], width: number): number[][] {
  return Array.from({ length: numbers.length / width }, (_, row) =>
    numbers.slice(row * width, (row + 1) * width),
  );
}

/** Credits, at places 8 and 9 of the row, are rounded sums in an order of their own. */
function withoutNoise(row: readonly number[]): number[] {
  return row.map((value, at) => (at === 10 || at === 11 ? Math.round(value / 10) : value));
}

describe("the statistics of an article", () => {
  it.each([
    ["of few tags, which overlap within a layer", 2, 12],
    ["of many tags", tagIds.length, 12],
    ["of very many spans", tagIds.length, 300],
  ])("%s are those of the plain functions", (_, nTags, mostSpans) => {
    const counter = new ArticleCounter(defaultCodebook);
    for (let trial = 0; trial < (mostSpans > 100 ? 3 : 60); trial += 1) {
      const article = randomArticle(nTags, mostSpans);
      const got = counter.count(article.nCodePoints, article.layers)!;
      expect(got).toEqual(articleStatistics(defaultCodebook, article.nCodePoints, article.layers));
      const tagRows = rowsOf(got.tags, tagWidth);
      const wanted = families.map((_, at) => countPlainly(article, at));
      expect(tagRows).toEqual(wanted.flatMap(({ tags }) => tags));
      for (const { id, family, pairs } of wanted) {
        const at = got.familyIds.indexOf(id);
        if (at < 0) continue;
        expect(rowsOf(got.families, familyWidth)[at]!.slice(0, 5)).toEqual(family);
        const ownPairs = rowsOf(got.pairs, pairWidth).filter((row) => row[2] === at);
        const numbers = ownPairs.map((row) => row.filter((_, place) => place !== 2));
        expect(numbers.map(withoutNoise)).toEqual(pairs.map(withoutNoise));
      }
    }
  });
});

import { setImmediate as nextTurn } from "node:timers/promises";

import type { VotedArticle } from "../db/export-sentences";
import { type Codebook, comparedFamilies } from "../domain/codebook/codebook";
import { splitEntropy } from "../domain/review/split-entropy";
import { overlaps, type TextRange } from "../domain/spans/span";
import { CodePointIndex } from "../domain/text/code-points";
import { sentences } from "../domain/text/words";

type Row = (string | number)[];

/**
 * The rows of `soft_labels.csv`, an array of them per article: sentences in text order, tags in
 * the codebook's. One article is in memory at a time. Cost: sentences × tags × annotators.
 */
export async function* softLabelRows(
  articles: AsyncIterable<VotedArticle>,
  codebooks: ReadonlyMap<string, Codebook>,
): AsyncGenerator<Row[]> {
  for await (const article of articles) {
    const codebook = codebooks.get(article.codebookId);
    if (!codebook) throw new Error(`no codebook ${article.codebookId}`);
    yield [...rowsOf(article, codebook)];
    // Articles that are here already must not keep others waiting.
    await nextTurn();
  }
}

function* rowsOf(article: VotedArticle, codebook: Codebook): Generator<Row> {
  const tags = comparedFamilies(codebook).flatMap((family) =>
    family.tags.map(({ id }) => ({ family: family.id, tag: id })),
  );
  const nAnnotators = article.layers.length;
  for (const segment of ["title", "body"] as const) {
    const index = new CodePointIndex(article[segment]);
    const marked = article.layers.map(({ annotator, spans }) => ({
      annotator,
      spans: spans
        .filter(([where]) => where === segment)
        .map(([, start, end, tag]) => ({ start, end, tag })),
    }));
    for (const [at, range] of sentences(article[segment]).entries()) {
      const start = index.toCodePoint(range.start);
      const end = index.toCodePoint(range.end);
      const text = article[segment].slice(range.start, range.end);
      const given = marked.map((layer) => tagsIn(layer.spans, { start, end }));
      for (const { family, tag } of tags) {
        const votes = given.map((its) => (its.has(tag) ? 1 : 0));
        const nYes = votes.filter((vote) => vote === 1).length;
        const share = nYes / nAnnotators;
        const byName = Object.fromEntries(marked.map(({ annotator }, n) => [annotator, votes[n]]));
        yield [
          ...[article.id, segment, at + 1, start, end, text, family, tag, nYes, nAnnotators],
          ...[share, splitEntropy(share), JSON.stringify(byName)],
        ];
      }
    }
  }
}

function tagsIn(
  spans: readonly (TextRange & { tag: string })[],
  sentence: TextRange,
): ReadonlySet<string> {
  return new Set(spans.filter((span) => overlaps(span, sentence)).map(({ tag }) => tag));
}

/** Values of a stream of lines of JSON, however it is cut. Holds one line. */
export async function* parseLines<Value>(chunks: AsyncIterable<Buffer>): AsyncGenerator<Value> {
  let begun: Buffer[] = [];
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      begun.push(chunk.subarray(from, at));
      yield JSON.parse(Buffer.concat(begun).toString("utf8")) as Value;
      begun = [];
      from = at + 1;
    }
    if (from < chunk.length) begun.push(chunk.subarray(from));
  }
}

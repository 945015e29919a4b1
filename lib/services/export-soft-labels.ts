import { setImmediate as nextTurn } from "node:timers/promises";

import type { VotedArticle } from "../db/export-articles";
import { type Codebook, comparedFamilies } from "../domain/codebook/codebook";
import { type Verdict, ruledSpans } from "../domain/review/ruled-spans";
import { splitEntropy } from "../domain/review/split-entropy";
import { overlaps, type TextRange } from "../domain/spans/span";
import { CodePointIndex } from "../domain/text/code-points";
import { sentences } from "../domain/text/words";
import type { TableRow } from "./export-csv";

type Wanted = { familyId: string | null; tagIds: readonly string[] | null };
type Mark = TextRange & { tag: string; verdict: Verdict | undefined };

/**
 * The rows of `soft_labels.csv`, an array of them per article: sentences in text order, tags in
 * the codebook's. One article is in memory at a time. Cost: sentences × tags × annotators.
 */
export async function* softLabelRows(
  articles: AsyncIterable<VotedArticle>,
  codebooks: ReadonlyMap<string, Codebook>,
  wanted: Wanted,
): AsyncGenerator<TableRow[]> {
  for await (const article of articles) {
    const codebook = codebooks.get(article.codebookId);
    if (!codebook) throw new Error(`no codebook ${article.codebookId}`);
    yield [...rowsOf(article, codebook, wanted)];
    // Articles that are here already must not keep others waiting.
    await nextTurn();
  }
}

function* rowsOf(article: VotedArticle, codebook: Codebook, wanted: Wanted): Generator<TableRow> {
  const tags = comparedFamilies(codebook)
    .filter(({ id }) => wanted.familyId === null || id === wanted.familyId)
    .flatMap((family) => family.tags.map(({ id }) => ({ family: family.id, tag: id })))
    .filter(({ tag }) => wanted.tagIds?.includes(tag) ?? true);
  const nAnnotators = article.layers.length;
  const tagOf = new Map(
    article.layers.flatMap(({ spans }) => spans.map(([, , , tag, id]) => [id, tag])),
  );
  const verdicts = ruledSpans(article.rulings, (spanId) => tagOf.get(spanId));
  for (const segment of ["title", "body"] as const) {
    const index = new CodePointIndex(article[segment]);
    const marked = article.layers.map(({ annotator, spans }) => ({
      annotator,
      marks: spans
        .filter(([where]) => where === segment)
        .map(([, start, end, tag, id]): Mark => ({ start, end, tag, verdict: verdicts.get(id) })),
    }));
    for (const [at, range] of sentences(article[segment]).entries()) {
      const start = index.toCodePoint(range.start);
      const end = index.toCodePoint(range.end);
      const text = article[segment].slice(range.start, range.end);
      const given = marked.map(({ marks }) => marksIn(marks, { start, end }));
      for (const { family, tag } of tags) {
        const votes = given.map((its) => its.get(tag) ?? []);
        const nYes = count(votes, (marks) => marks.length > 0);
        const share = nYes / nAnnotators;
        const byName = marked.map(({ annotator }, n) => [annotator, votes[n]?.length ? 1 : 0]);
        const nDefensible = count(votes, (marks) => marks.some((one) => is(one, "defensible")));
        const isError = (marks: Mark[]) => marks.every((one) => is(one, "error"));
        const nErrors = count(votes, (marks) => marks.length > 0 && isError(marks));
        yield [
          ...[article.id, segment, at + 1, start, end, text, family, tag, nYes, nAnnotators],
          ...[share, splitEntropy(share), JSON.stringify(Object.fromEntries(byName))],
          ...[nDefensible, nErrors],
        ];
      }
    }
  }
}

const is = ({ verdict }: Mark, wanted: Verdict) => verdict === wanted;

function count<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  return items.filter(holds).length;
}

function marksIn(marks: readonly Mark[], sentence: TextRange): Map<string, Mark[]> {
  const byTag = new Map<string, Mark[]>();
  for (const mark of marks) {
    if (!overlaps(mark, sentence)) continue;
    const same = byTag.get(mark.tag);
    if (same) same.push(mark);
    else byTag.set(mark.tag, [mark]);
  }
  return byTag;
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

import type { ArticleFileOptions, FoundArticle, FoundEncoding } from "./article-files";
import { type Candidate, toCandidates } from "./candidate";
import { readArticleSource } from "./read-source";
import type { ArticleSource, UnpackLimits } from "./source";
import type { FileProblem } from "./uploaded-file";

/** Some of the articles of an upload, and what was found wrong on the way to them. */
export type Batch = {
  candidates: Candidate[];
  errors: FileProblem[];
  encodings: FoundEncoding[];
};

/** Small enough that nobody waits long for its turn, large enough that statements don't cost much. */
const batchSize = 1000;
/** Of texts, in UTF-16 units: long articles make small batches. */
const batchLength = 4_000_000;

/** What uploads hold, batch after batch, so that few are in memory at a time. */
export async function* readBatches(
  sources: readonly ArticleSource[],
  options: ArticleFileOptions,
  limits: UnpackLimits,
): AsyncGenerator<Batch, void> {
  let found: FoundArticle[] = [];
  let length = 0;
  let [errors, encodings]: [FileProblem[], FoundEncoding[]] = [[], []];
  const take = async (): Promise<Batch> => {
    const batch = { candidates: await toCandidates(found), errors, encodings };
    [found, errors, encodings, length] = [[], [], [], 0];
    return batch;
  };
  for (const source of sources) {
    for await (const item of readArticleSource(source, options, limits)) {
      if ("article" in item) {
        found.push(item.article);
        length += item.article.article.body.length;
      } else if ("error" in item) errors.push(item.error);
      else encodings.push(item.encoding);
      const isFull = found.length === batchSize || length > batchLength;
      if (isFull || errors.length === batchSize) yield await take();
    }
  }
  yield await take();
}

/** Reads up to `nAhead` further items while the one before is worked on. */
export async function* readAhead<Item>(
  items: AsyncGenerator<Item, void>,
  nAhead: number,
): AsyncGenerator<Item, void> {
  const asked: Promise<IteratorResult<Item, void>>[] = [];
  const ask = () => {
    const next = items.next();
    // It is awaited in its turn; until then its failure is nobody's.
    next.catch(() => undefined);
    asked.push(next);
  };
  try {
    for (;;) {
      while (asked.length < nAhead) ask();
      const { done, value } = await asked.shift()!;
      if (done) return;
      ask();
      yield value;
    }
  } finally {
    await items.return();
  }
}

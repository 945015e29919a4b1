import "server-only";

import { LRUCache } from "lru-cache";

import { findTexts } from "../db/articles";
import { findCodebookById } from "../db/codebooks";
import type { LayerContext } from "../domain/annotation/check-operation";
import type { Codebook } from "../domain/codebook/codebook";
import { CodePointIndex } from "../domain/text/code-points";

export type SaveContext = LayerContext & { articleId: string };
type Texts = LayerContext["texts"];

// Neither an article's text nor a version of a codebook ever changes: who saves span after span
// needs them read once. Whether somebody may save is asked anew each time, elsewhere.
const texts = new LRUCache<string, Texts>({
  maxSize: 20_000_000,
  sizeCalculation: ({ title, body }) => title.text.length + body.text.length + 1,
});
const codebooks = new LRUCache<string, Codebook>({ max: 200 });

/** What operations on a layer are judged by. @param layer one whose access was checked */
export async function findSaveContext(layer: {
  projectId: string;
  articleId: string;
  codebookVersionId: string;
}): Promise<SaveContext> {
  const { projectId, articleId, codebookVersionId } = layer;
  const [known, codebook] = [texts.get(articleId), codebooks.get(codebookVersionId)];
  return {
    articleId,
    texts: known ?? (await readTexts(projectId, articleId)),
    codebook: codebook ?? (await readCodebook(projectId, codebookVersionId)),
  };
}

async function readTexts(projectId: string, articleId: string): Promise<Texts> {
  const [article] = await findTexts(projectId, [articleId]);
  if (!article) throw new Error(`the article ${articleId} of a layer is not there`);
  const { title, body } = article;
  const read = { title: new CodePointIndex(title), body: new CodePointIndex(body) };
  texts.set(articleId, read);
  return read;
}

async function readCodebook(projectId: string, codebookVersionId: string): Promise<Codebook> {
  const codebook = await findCodebookById(projectId, codebookVersionId);
  codebooks.set(codebookVersionId, codebook);
  return codebook;
}

import type { ArticleFileOptions, FoundArticles } from "./article-files";
import { readArticleSource } from "./read-source";
import { sourceOfBytes } from "./source";
import { smallLimits } from "./unpack-upload";
import type { UploadedFile } from "./uploaded-file";

/** Every article of a file that is small enough to be held, and everything that is wrong with it. */
export async function readUploadedArticles(
  file: UploadedFile,
  options: ArticleFileOptions,
): Promise<FoundArticles> {
  const found: FoundArticles = { articles: [], errors: [], encodings: [] };
  for await (const item of readArticleSource(sourceOfBytes(file), options, smallLimits)) {
    if ("article" in item) found.articles.push(item.article);
    else if ("error" in item) found.errors.push(item.error);
    else found.encodings.push(item.encoding);
  }
  return found;
}

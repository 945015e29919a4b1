import type { FoundArticle, FoundEncoding } from "./article-files";
import type { FileProblem } from "./uploaded-file";

/** What a file of articles holds, one after the other. */
export type ReadItem =
  { article: FoundArticle } | { error: FileProblem } | { encoding: FoundEncoding };
export type ReadItems = AsyncGenerator<ReadItem>;

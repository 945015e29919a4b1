import { createHash } from "node:crypto";
import { setImmediate as letOthersRun } from "node:timers/promises";

import { bandKeys } from "../../domain/articles/near-duplicates";
import type { FoundArticle } from "./article-files";

/** An article of a file with what is worked out from its text. */
export type Candidate = FoundArticle & {
  /** Of the body alone: the same text under another title is still a duplicate. */
  sha256: string;
  keys: bigint[];
  language: string;
  isLanguageDetected: boolean;
};

const atOnce = 5;

/** Works out hash, language and keys; other requests get their turn in between. */
export async function toCandidates(found: readonly FoundArticle[]): Promise<Candidate[]> {
  const candidates: Candidate[] = [];
  for (const one of found) {
    // One by one, since objects spread into others take most of the time of very many.
    const { article, externalId, file, line } = one;
    const { body, language } = article;
    candidates.push({
      article,
      externalId,
      file,
      line,
      sha256: createHash("sha256").update(body, "utf8").digest("hex"),
      keys: bandKeys(body),
      language: language ?? (await languageOf(article)),
      isLanguageDetected: language === null,
    });
    if (candidates.length % atOnce === 0) await letOthersRun();
  }
  return candidates;
}

async function languageOf(article: { title: string; body: string }): Promise<string> {
  // Its table of n-grams takes half a second to load; most corpora name their language.
  const { detectLanguage } = await import("./detect-language");
  return detectLanguage(article);
}

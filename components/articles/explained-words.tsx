"use client";

import { useProblemWords } from "@/components/layout/use-problem-words";
import type { SentExplained } from "@/lib/domain/reason";

/**
 * What an import says, in the reader's language; in the server's English, marked as such, where it
 * came without a reason: in reports from before there were any, or by another version of the server.
 */
export function ExplainedWords(why: SentExplained) {
  const { words, lang } = useProblemWords().sayField(why);
  return <span lang={lang}>{words}</span>;
}

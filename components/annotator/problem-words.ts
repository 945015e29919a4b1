import { useTranslations } from "next-intl";

import type { Messages } from "@/components/messages/en";
import type { KeptProblem } from "@/lib/domain/problem";

type WordedProblem = keyof Messages["annotator"]["problems"];
type Translate = ReturnType<typeof useTranslations<"annotator.problems">>;

/** Why a change can't be; what the catalogue has no words for is said as the server put it. */
export function problemWords({ code, detail, facts }: KeptProblem, t: Translate): string {
  const hasWords = (one: string): one is WordedProblem => t.has(one as WordedProblem);
  return facts && hasWords(code) ? t(code, facts) : detail;
}

export function useProblemWords(): (problem: KeptProblem) => string {
  const t = useTranslations("annotator.problems");
  return (problem) => problemWords(problem, t);
}

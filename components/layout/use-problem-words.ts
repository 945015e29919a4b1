"use client";

import { useLocale, useMessages, useTranslations } from "next-intl";

import { defaultLocale } from "@/components/messages/locales";
import type { ApiProblem } from "@/lib/client/api-client";
import type { SentFieldError } from "@/lib/domain/errors";
import { refusalWords } from "./refusal-words";

/** Problems whose message says all that their detail does. */
const saidInFull = [
  ...["offline", "unreadable", "internal", "wrong_credentials", "too_many_attempts"],
  ...["download_unavailable", "download_broken_off", "precondition_failed"],
];

/** `lang` where the words aren't in the language of the page. */
export type FieldWords = { words: string; lang: "en" | undefined };
/** Particulars are the server's, in English. */
export type ProblemWords = { headline: string; particulars: string | null };

/**
 * What to say of a problem, and of its fields or what else is explained by a reason. The server speaks English: whoever reads another
 * language gets the words for the reason that it gives. Where there are none, they get a headline by
 * the problem's code, and the server's words below it as the particulars. What the browser found out
 * by itself has a code alone.
 */
export function useProblemWords() {
  const speaksEnglish = useLocale() === defaultLocale;
  const { problems } = useMessages().ui;
  const t = useTranslations();

  function sayProblem(problem: ApiProblem): ProblemWords {
    const { code, detail } = problem;
    const known = Object.entries(problems).find(([key]) => key === code)?.[1] ?? problems.other;
    if (speaksEnglish) return { headline: detail || known, particulars: null };
    const words = refusalWords(problem, t);
    if (words !== null) return { headline: words, particulars: null };
    return { headline: known, particulars: saidInFull.includes(code) ? null : detail };
  }

  function sayField(error: Omit<SentFieldError, "path">): FieldWords {
    const words = refusalWords(error, t);
    if (words !== null) return { words, lang: undefined };
    return { words: error.message, lang: speaksEnglish ? undefined : "en" };
  }

  return { sayProblem, sayField };
}

"use client";

import { useLocale, useMessages } from "next-intl";

import { defaultLocale } from "@/components/messages/locales";
import type { ApiProblem } from "@/lib/client/api-client";

/** Problems whose message says all that their detail does. */
const saidInFull = [
  ...["offline", "unreadable", "internal", "wrong_credentials", "too_many_attempts"],
  ...["download_unavailable", "download_broken_off", "precondition_failed"],
];

/**
 * What to say of a problem. The server speaks English: whoever reads another language gets a
 * headline by the problem's code, and the server's words below it as the particulars. What the
 * browser found out by itself has a code alone.
 */
export function useProblemWords() {
  const speaksEnglish = useLocale() === defaultLocale;
  const { problems } = useMessages().ui;
  return ({ code, detail }: ApiProblem): { headline: string; particulars: string | null } => {
    const known = Object.entries(problems).find(([key]) => key === code)?.[1] ?? problems.other;
    if (speaksEnglish) return { headline: detail || known, particulars: null };
    return {
      headline: known,
      particulars: saidInFull.includes(code) ? null : detail,
    };
  };
}

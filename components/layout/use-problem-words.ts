"use client";

import { useLocale, useMessages } from "next-intl";

import { defaultLocale } from "@/components/messages/locales";
import type { ApiProblem } from "@/lib/client/api-client";

/** Problems whose message says all that their detail does. */
const saidInFull = ["offline", "unreadable", "internal", "wrong_credentials", "too_many_attempts"];

/**
 * What to say of a problem. The server speaks English: whoever reads another language gets a
 * headline by the problem's code, and the server's words below it as the particulars.
 */
export function useProblemWords() {
  const speaksEnglish = useLocale() === defaultLocale;
  const { problems } = useMessages().ui;
  return ({ code, detail }: ApiProblem): { headline: string; particulars: string | null } => {
    if (speaksEnglish) return { headline: detail, particulars: null };
    const known = Object.entries(problems).find(([key]) => key === code)?.[1];
    return {
      headline: known ?? problems.other,
      particulars: saidInFull.includes(code) ? null : detail,
    };
  };
}

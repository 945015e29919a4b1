"use client";

import type { ReactNode } from "react";

import type { ApiProblem } from "@/lib/client/api-client";
import { useProblemWords } from "./use-problem-words";

/** What to say beside a form's fields: of each path its first error, if there is one. */
export function useFieldErrors(problem: ApiProblem | null): (path: string) => ReactNode {
  const { sayField } = useProblemWords();
  return (path) => {
    const error = problem?.errors.find((one) => one.path === path);
    if (!error) return null;
    const { words, lang } = sayField(error);
    return lang ? <span lang={lang}>{words}</span> : words;
  };
}

"use client";

import { useState } from "react";

import { ApiProblem } from "./api-client";

/** Runs one request at a time and keeps what went wrong with the last one. */
export function useAction() {
  const [isPending, setIsPending] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);

  async function run(action: () => Promise<void>): Promise<void> {
    setIsPending(true);
    setProblem(null);
    try {
      await action();
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error);
    } finally {
      setIsPending(false);
    }
  }

  return { run, isPending, problem };
}

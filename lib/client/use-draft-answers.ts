"use client";

import { useCallback, useEffect, useState } from "react";

import type { AssignmentDetail } from "@/lib/contracts/assignments";
import type { AnswerValue } from "@/lib/domain/codebook/check-answers";
import { recall, rememberAnswers } from "./work-memory";

type Answers = Record<string, AnswerValue>;

/** Answers about the article, kept on this device until they are handed in with it. */
export function useDraftAnswers(
  assignment: AssignmentDetail,
  userId: string,
  isReadOnly: boolean,
): [Answers, (answers: Answers) => void] {
  const [answers, setAnswers] = useState<Answers>(() =>
    Object.fromEntries(assignment.answers.map(({ questionId, value }) => [questionId, value])),
  );

  useEffect(() => {
    if (isReadOnly) return;
    recall({ userId, assignmentId: assignment.id }).then(
      (memory) => memory?.answers && setAnswers(memory.answers),
      // Without storage the outbox says so; answers then live as long as the page.
      () => undefined,
    );
  }, [assignment.id, userId, isReadOnly]);

  const change = useCallback(
    (next: Answers) => {
      setAnswers(next);
      rememberAnswers({ userId, assignmentId: assignment.id }, next).catch(() => undefined);
    },
    [assignment.id, userId],
  );
  return [answers, change];
}

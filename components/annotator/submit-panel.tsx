"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useEffectEvent, useState } from "react";

import { ProblemNote } from "@/components/layout/problem-note";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/field";
import { apiRequest } from "@/lib/client/api-client";
import { useAction } from "@/lib/client/use-action";
import { useRemembered } from "@/lib/client/use-remembered";
import { forgetHandedIn } from "@/lib/client/work-memory";
import type { AssignmentDetail, OverruledHints } from "@/lib/contracts/assignments";
import type { QuestionDefinition } from "@/lib/domain/codebook/codebook";
import { partIds } from "./focus-part";
import { QuestionField } from "./question-field";
import { useHandingIn } from "./use-handing-in";

type SubmitPanelProps = {
  assignment: AssignmentDetail;
  viewerId: string;
  nSpans: number;
  /** Whether the server has all changes, is about to, or something is in the way. */
  saving: "saved" | "saving" | "stuck";
  isReadOnly: boolean;
  overruledHints: OverruledHints;
  activeSeconds: { read: () => number; restart: () => void };
};

/** Questions about the article, and handing it in; an empty layer needs its own word. */
export function SubmitPanel(props: SubmitPanelProps) {
  const { assignment, viewerId, nSpans, saving, isReadOnly, overruledHints, activeSeconds } = props;
  const t = useTranslations("annotator.submit");
  const tellHandedIn = useHandingIn(assignment.id);
  const { run, isPending, problem } = useAction();
  const [nothingFound, setNothingFound] = useState(assignment.nothingFound);
  const owner = { userId: viewerId, assignmentId: assignment.id };
  const [answers, setAnswers] = useRemembered(
    owner,
    "answers",
    () =>
      Object.fromEntries(assignment.answers.map(({ questionId, value }) => [questionId, value])),
    isReadOnly,
  );
  const isEmpty = nSpans === 0;
  // Leaving a field for the button makes a change, which must be saved before the article is handed in.
  const [isWaiting, setIsWaiting] = useState(false);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (saving === "saved") handIn();
    else setIsWaiting(true);
  }

  const goOn = useEffectEvent(() => {
    setIsWaiting(false);
    if (saving === "saved") handIn();
  });
  useEffect(() => {
    if (isWaiting && saving !== "saving") goOn();
  }, [isWaiting, saving]);

  function handIn() {
    void run(async () => {
      const given = Object.entries(answers).filter(([, value]) => value.length > 0);
      await apiRequest(`/api/v1/assignments/${assignment.id}/submit`, {
        method: "POST",
        body: {
          nothingFound: isEmpty && nothingFound,
          answers: Object.fromEntries(given),
          overruledHints,
          activeSeconds: activeSeconds.read(),
        },
      });
      activeSeconds.restart();
      // Without storage there was nothing to forget.
      await forgetHandedIn(owner).catch(() => undefined);
      tellHandedIn();
    });
  }

  const isBusy = isPending || isWaiting;
  const { questions } = assignment.codebook;
  const fieldOf = (question: QuestionDefinition) => (
    <QuestionField
      key={question.id}
      question={question}
      value={answers[question.id]}
      isReadOnly={isReadOnly}
      onChange={(value) => setAnswers((now) => ({ ...now, [question.id]: value }))}
    />
  );

  return (
    <section
      id={partIds.questions}
      aria-labelledby="submit-heading"
      className="mt-12 border-t border-line pt-6"
    >
      <h2 id="submit-heading" className="text-xl font-semibold">
        {t("title")}
      </h2>
      <form onSubmit={submit} className="mt-4 grid gap-5">
        {questions.filter(({ isPrivate }) => !isPrivate).map(fieldOf)}
        {questions.some(({ isPrivate }) => isPrivate) && (
          <section aria-labelledby="own-heading" className="grid gap-3 rounded-lg bg-sunken p-4">
            <h3 id="own-heading" className="font-semibold">
              {t("ownTitle")}
            </h3>
            <p className="text-sm text-muted">{t("ownNote")}</p>
            {questions.filter(({ isPrivate }) => isPrivate).map(fieldOf)}
          </section>
        )}
        {isEmpty && (
          <Checkbox
            label={t("nothingFound")}
            checked={nothingFound}
            disabled={isReadOnly}
            onChange={({ target }) => setNothingFound(target.checked)}
          />
        )}
        <ProblemNote problem={problem} showsPaths={false} />
        {!isReadOnly && (
          <div className="flex flex-wrap items-center gap-4">
            <Button
              type="submit"
              variant="primary"
              disabled={isBusy || saving === "stuck" || (isEmpty && !nothingFound)}
            >
              {t(isBusy ? "pending" : "submit")}
            </Button>
            <p className="text-sm text-muted">
              {t(
                isEmpty && !nothingFound
                  ? "markSomething"
                  : saving === "saved"
                    ? "final"
                    : "unsaved",
              )}
            </p>
          </div>
        )}
      </form>
    </section>
  );
}

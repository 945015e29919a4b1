import { useTranslations } from "next-intl";

import type { QuestionDefinition } from "@/lib/domain/codebook/codebook";

/** What is asked about the article as a whole. */
export function QuestionList({ questions }: { questions: readonly QuestionDefinition[] }) {
  const t = useTranslations("codebook.reading");
  const kinds = useTranslations("codebook.kinds");
  if (questions.length === 0) return null;
  return (
    <section id="questions" aria-labelledby="questions-heading" className="print:mt-8">
      <h2 id="questions-heading" className="font-serif text-2xl font-semibold">
        {t("questions")}
      </h2>
      <ol className="mt-3 grid max-w-prose gap-3">
        {questions.map((question) => (
          <li key={question.id} className="break-inside-avoid">
            <p className="font-medium">{question.question}</p>
            <p className="text-sm text-muted">
              {kinds(question.kind)}
              {question.values.length > 0 && `: ${question.values.join(" · ")}`}
              {question.ends && ` (${question.ends.low} – ${question.ends.high})`}
            </p>
            {(question.isRequired || question.isPrivate) && (
              <p className="text-sm text-muted">
                {[question.isRequired && t("isNeeded"), question.isPrivate && t("isPrivate")]
                  .filter(Boolean)
                  .join(" · ")}
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";

import { useProblemWords } from "@/components/layout/use-problem-words";
import { Button } from "@/components/ui/button";
import { apiRequest } from "@/lib/client/api-client";
import { useAction } from "@/lib/client/use-action";
import type { AssignmentItem } from "@/lib/contracts/assignments";

export function ReopenButton({ assignment }: { assignment: AssignmentItem }) {
  const t = useTranslations("assignments");
  const wordsFor = useProblemWords();
  const router = useRouter();
  const { run, isPending, problem } = useAction();

  const reopen = () =>
    run(async () => {
      const path = `/api/v1/assignments/${assignment.id}/reopen`;
      await apiRequest(path, { method: "POST", body: {} });
      router.refresh();
    });

  return (
    <>
      <Button
        size="sm"
        disabled={isPending}
        aria-label={t("reopenFor", {
          article: assignment.articleTitle,
          annotator: assignment.annotatorName ?? "",
        })}
        onClick={() => void reopen()}
      >
        {t("reopen")}
      </Button>
      {problem && (
        <p role="alert" className="text-danger">
          {wordsFor(problem).headline}
        </p>
      )}
    </>
  );
}

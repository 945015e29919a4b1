import { useTranslations } from "next-intl";

import { Button } from "@/components/ui/button";
import { StatusNote } from "@/components/ui/status-note";
import { downloadFile } from "@/lib/client/download-file";
import type { RefusedEntry } from "@/lib/client/device-database";
import { useProblemWords } from "./problem-words";

type RefusedChangesProps = {
  refused: readonly RefusedEntry[];
  onDismiss: (ids: readonly string[]) => void;
};

/** Changes that the server would not take: what, why, and a file with all of it. */
export function RefusedChanges({ refused, onDismiss }: RefusedChangesProps) {
  const t = useTranslations("annotator.refused");
  const wordsOf = useProblemWords();
  if (refused.length === 0) return null;

  function download() {
    const text = JSON.stringify(refused, null, 2);
    downloadFile("slantwise-refused-changes.json", "application/json", text);
  }

  return (
    <StatusNote tone="danger" title={t("title")}>
      <ul className="my-2 list-disc pl-5">
        {refused.map(({ id, operation, answer }) => (
          <li key={id}>
            {t(operation.kind, {
              quote: operation.kind === "add" ? operation.span.quote : "",
              why: answer.problem ? wordsOf(answer.problem) : t("changedElsewhere"),
            })}
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <Button size="sm" onClick={download}>
          {t("download")}
        </Button>
        <Button size="sm" onClick={() => onDismiss(refused.map(({ id }) => id))}>
          {t("dismiss")}
        </Button>
      </div>
    </StatusNote>
  );
}

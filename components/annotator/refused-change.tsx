import { useTranslations } from "next-intl";

import { readable } from "@/components/codebook/tag-style";
import { Button } from "@/components/ui/button";
import type { RefusedEntry } from "@/lib/client/device-database";
import type { NewOperation } from "@/lib/domain/annotation/compose-edits";
import { makeAgain } from "@/lib/domain/annotation/make-again";
import type { Operation } from "@/lib/domain/annotation/operation";
import { useProblemWords } from "./problem-words";

type RefusedChangeProps = { entry: RefusedEntry; onMakeAgain: (change: NewOperation) => void };

/** One change that was not taken: what its author wanted, and what stands there instead. */
export function RefusedChange({ entry, onMakeAgain }: RefusedChangeProps) {
  const t = useTranslations("annotator.refused");
  const wordsOf = useProblemWords();
  const { operation, answer } = entry;
  const current = answer.current ?? null;
  const again = answer.result === "conflict" ? makeAgain(operation, current) : null;
  return (
    <li>
      <p>{t("yours", { change: wantedWords(operation, t) })}</p>
      <p>
        {answer.problem
          ? wordsOf(answer.problem)
          : current && !current.isRemoved
            ? t("theirs", { tag: readable(current.tagId), quote: current.quote })
            : t("theirsGone")}
      </p>
      {again && (
        <Button size="sm" className="mt-1" onClick={() => onMakeAgain(again)}>
          {t("makeAgain")}
        </Button>
      )}
    </li>
  );
}

function wantedWords(
  operation: Operation,
  t: ReturnType<typeof useTranslations<"annotator.refused">>,
): string {
  switch (operation.kind) {
    case "add":
      return t("add", { tag: readable(operation.span.tagId), quote: operation.span.quote });
    case "retag":
      return t("retag", { tag: readable(operation.tagId) });
    case "resize":
      return t("resize", { quote: operation.quote });
    case "annotate":
      return t("annotate", { attributes: attributeWords(operation.attributes) });
    case "remove":
    case "restore":
      return t(operation.kind);
  }
}

function attributeWords(attributes: Readonly<Record<string, string | number>>): string {
  return Object.entries(attributes)
    .map(([id, value]) => `${readable(id)} ${value}`)
    .join(", ");
}

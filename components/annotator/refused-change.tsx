import { useTranslations } from "next-intl";

import { readable } from "@/components/codebook/tag-style";
import { Button } from "@/components/ui/button";
import type { RefusedEntry } from "@/lib/client/device-database";
import type { NewOperation } from "@/lib/domain/annotation/compose-edits";
import { changedAttributes, makeAgain } from "@/lib/domain/annotation/make-again";
import { useProblemWords } from "./problem-words";

type RefusedChangeProps = { entry: RefusedEntry; onMakeAgain: (change: NewOperation) => void };

/** One change that was not taken: what its author wanted, and what stands there instead. */
export function RefusedChange({ entry, onMakeAgain }: RefusedChangeProps) {
  const t = useTranslations("annotator.refused");
  const wordsOf = useProblemWords();
  const { operation, answer, before } = entry;
  const current = answer.current ?? null;
  const again = answer.result === "conflict" ? makeAgain(operation, current, before) : null;
  const wanted = wantedWords(entry, t);
  return (
    <li>
      <p>{t("yours", { change: wanted })}</p>
      <p>{answer.problem ? wordsOf(answer.problem) : theirWords(entry, t)}</p>
      {again && (
        <Button
          size="sm"
          className="mt-1"
          aria-label={`${t("makeAgain")}: ${wanted}`}
          onClick={() => onMakeAgain(again)}
        >
          {t("makeAgain")}
        </Button>
      )}
    </li>
  );
}

type Translate = ReturnType<typeof useTranslations<"annotator.refused">>;

function theirWords({ operation, answer }: RefusedEntry, t: Translate): string {
  const { current } = answer;
  if (!current || current.isRemoved) return t("theirsGone");
  const facts = { tag: readable(current.tagId), quote: current.quote };
  const attributes = attributeWords(Object.entries(current.attributes));
  return operation.kind === "annotate" && attributes !== ""
    ? t("theirsDescribed", { ...facts, attributes })
    : t("theirs", facts);
}

function wantedWords({ operation, answer, before }: RefusedEntry, t: Translate): string {
  const quote = before?.quote ?? answer.current?.quote ?? "…";
  switch (operation.kind) {
    case "add":
      return t("add", { tag: readable(operation.span.tagId), quote: operation.span.quote });
    case "retag":
      return t("retag", { quote, tag: readable(operation.tagId) });
    case "resize":
      return t("resize", { from: quote, quote: operation.quote });
    case "annotate": {
      const changed = changedAttributes(operation.attributes, before);
      return t("annotate", { quote, attributes: attributeWords([...changed]) });
    }
    case "remove":
    case "restore":
      return t(operation.kind, { quote });
  }
}

/** "Polarity negative, Note –": a dash where there is none any more. */
function attributeWords(
  attributes: readonly (readonly [string, string | number | null])[],
): string {
  return attributes.map(([id, value]) => `${readable(id)} ${value ?? "–"}`).join(", ");
}

import { diffWordsWithSpace } from "diff";
import { useTranslations } from "next-intl";

/** A text as it was and as it is in one, word by word: struck out and underlined. */
export function TextChange({ before, after }: { before: string; after: string }) {
  const t = useTranslations("codebook.changes");
  const parts = diffWordsWithSpace(before, after);
  return (
    <span className="whitespace-pre-wrap">
      {parts.map(({ value, added, removed }, at) => {
        if (added) {
          return (
            <ins key={at} className="rounded-xs bg-success-soft decoration-2">
              <span className="sr-only">{t("addedWords")} </span>
              {value}
            </ins>
          );
        }
        if (removed) {
          return (
            <del key={at} className="rounded-xs bg-danger-soft decoration-2">
              <span className="sr-only">{t("removedWords")} </span>
              {value}
            </del>
          );
        }
        return <span key={at}>{value}</span>;
      })}
    </span>
  );
}

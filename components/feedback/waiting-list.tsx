import { useTranslations } from "next-intl";

import type { Feedback } from "@/lib/contracts/feedback";
import { readable } from "../codebook/tag-style";
import { AppealNote } from "./appeal-note";

/** Own spans, and appealed decisions, that wait for a reviewer. */
export function WaitingList({ waiting }: Pick<Feedback, "waiting">) {
  const t = useTranslations("feedback");
  if (waiting.length === 0) return null;
  return (
    <section aria-label={t("waitingTitle")}>
      <h2 className="text-lg font-semibold">{t("waitingTitle")}</h2>
      <p className="mt-1 max-w-prose text-sm text-muted">{t("waitingNote")}</p>
      <ul className="mt-3 grid gap-3">
        {waiting.map(({ disagreementId, family, marks, appeals }) => (
          <li
            key={disagreementId}
            className="rounded-lg border border-line bg-surface px-4 py-3 text-sm"
          >
            <p className="text-muted">{family}</p>
            {marks.map(({ id, tagId, quote }) => (
              <p key={id} dir="auto" className="mt-1 break-words">
                {t("yours", { tag: readable(tagId), quote })}
              </p>
            ))}
            {appeals.map((appeal) => (
              <AppealNote key={appeal.id} appeal={appeal} isAnswered={false} />
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

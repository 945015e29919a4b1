import { useTranslations } from "next-intl";

import type { CodebookChange } from "@/lib/domain/codebook/diff-codebooks";
import { TextChange } from "./text-change";

const looks: Record<CodebookChange["kind"], { mark: string; look: string }> = {
  added: { mark: "+", look: "border-success" },
  removed: { mark: "−", look: "border-danger" },
  retired: { mark: "○", look: "border-warning" },
  unretired: { mark: "●", look: "border-success" },
  changed: { mark: "~", look: "border-accent" },
};

/** What differs between two versions, one entry each, with the words that differ. */
export function ChangeList({ changes }: { changes: readonly CodebookChange[] }) {
  const t = useTranslations("codebook.changes");
  if (changes.length === 0) return <p className="text-sm text-muted">{t("none")}</p>;
  return (
    <ul aria-label={t("title")} className="grid gap-3">
      {changes.map(({ what, id, familyId, kind, fields }) => (
        <li
          key={`${what} ${familyId ?? ""} ${id} ${kind}`}
          className={`border-l-4 pl-3 text-sm ${looks[kind].look}`}
        >
          <p className="font-medium">
            <span aria-hidden="true" className="mr-1.5 inline-block w-3 font-mono">
              {looks[kind].mark}
            </span>
            {t("entry", { kind: t(`kind.${kind}`), what: t(`what.${what}`), id })}
            {familyId && <span className="font-normal text-muted"> · {familyId}</span>}
          </p>
          {fields.length > 0 && (
            <dl className="mt-1 grid gap-1 sm:grid-cols-[8rem_minmax(0,1fr)] sm:gap-x-3">
              {fields.map(({ field, before, after }) => (
                <div key={field} className="contents">
                  <dt className="text-muted">{t(`field.${field}`)}</dt>
                  <dd>
                    <TextChange before={before} after={after} />
                  </dd>
                </div>
              ))}
            </dl>
          )}
        </li>
      ))}
    </ul>
  );
}

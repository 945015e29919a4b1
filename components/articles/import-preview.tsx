import { useTranslations } from "next-intl";

import type { ImportResult } from "@/lib/contracts/articles";

const shown = 10;

/** The first titles of an import, so that a wrong column is seen before it is stored. */
export function ImportPreview({ imported }: { imported: ImportResult["imported"] }) {
  const t = useTranslations("articles.preview");
  if (imported.length === 0) return null;
  const more = imported.length - shown;
  return (
    <div>
      <h3 className="mb-1 text-sm font-semibold">{t("heading")}</h3>
      <ol className="list-inside list-decimal text-sm">
        {imported.slice(0, shown).map(({ id, file, line, title, language, isLanguageDetected }) => (
          <li key={id}>
            <bdi>{title}</bdi>{" "}
            <span className="text-muted">
              {line === undefined ? file : t("place", { file, line })}
              {isLanguageDetected && ` · ${t("language", { language })}`}
            </span>
          </li>
        ))}
      </ol>
      {more > 0 && <p className="text-sm text-muted">{t("more", { count: more })}</p>}
    </div>
  );
}

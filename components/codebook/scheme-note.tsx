import { useTranslations } from "next-intl";

import { Table } from "@/components/ui/table";
import type { PresetDetail } from "@/lib/contracts/codebook";

/** Where a published scheme comes from, and what its tags come closest to in the default one. */
export function SchemeNote({ preset }: { preset: PresetDetail }) {
  const t = useTranslations("codebook.scheme");
  return (
    <section aria-labelledby="scheme-heading" className="mt-10 border-t border-line pt-6">
      <h2 id="scheme-heading" className="font-serif text-2xl font-semibold">
        {t("title", { title: preset.title })}
      </h2>
      <p className="mt-2 max-w-prose text-sm">
        {preset.citation}{" "}
        <a href={preset.url} rel="noreferrer" className="break-all text-accent underline">
          {preset.url}
        </a>
      </p>
      <p className="mt-2 max-w-prose text-sm text-muted">{preset.licence}</p>
      {preset.id !== "default" && (
        <details className="mt-3">
          <summary className="leading-8 text-sm font-medium">{t("mapping")}</summary>
          <div className="mt-3">
            <Table caption={t("mapping")} head={[t("tag"), t("publishedAs"), t("toDefault")]}>
              {preset.mapping.map(({ tagId, publishedAs, toDefault }) => (
                <tr key={tagId}>
                  <td>{tagId}</td>
                  <td>{publishedAs}</td>
                  <td>{toDefault.length > 0 ? toDefault.join(", ") : t("nothing")}</td>
                </tr>
              ))}
            </Table>
          </div>
        </details>
      )}
    </section>
  );
}

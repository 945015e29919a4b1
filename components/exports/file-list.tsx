import { useTranslations } from "next-intl";

import { buttonClasses } from "@/components/ui/button";
import { type ExportName, hasStatus, tableNames } from "@/lib/domain/formats/export-files";

/** Every table as it is, without any choice to make. */
export function FileList({ projectId }: { projectId: string }) {
  const t = useTranslations("exports");
  const base = `/api/v1/projects/${projectId}/exports`;
  return (
    <section aria-labelledby="all-heading" className="mt-10">
      <h2 id="all-heading" className="font-serif text-xl font-semibold">
        {t("list.heading")}
      </h2>
      <ul className="mt-3 divide-y divide-line rounded-xl border border-line bg-surface">
        {tableNames.map((table) => {
          const name = `${table}.csv`;
          const links = [
            ["analysis", ""],
            ["spreadsheet", "?profile=spreadsheet"],
            ...(hasStatus(name as ExportName) ? [["unsubmitted", "?status=all"] as const] : []),
          ] as const;
          return (
            <li key={table} className="flex flex-wrap items-center gap-x-4 gap-y-2 p-4">
              <div className="min-w-60 flex-1">
                <h3 className="font-mono font-semibold">{name}</h3>
                <p className="max-w-prose text-sm text-muted">{t(`contents.${table}`)}</p>
              </div>
              <div className="flex flex-wrap gap-2">
                {links.map(([kind, query]) => (
                  <a
                    key={kind}
                    href={`${base}/${name}${query}`}
                    download={name}
                    aria-label={t(`list.named.${kind}`, { name })}
                    className={buttonClasses(kind === "unsubmitted" ? "quiet" : "secondary", "sm")}
                  >
                    {t(`list.${kind}`)}
                  </a>
                ))}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

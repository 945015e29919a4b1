import { useTranslations } from "next-intl";

import { buttonClasses } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import type { ReleaseItem } from "@/lib/contracts/releases";
import { useFileSize } from "./file-size";

/** One release: what is in it, both packages with their checksums. */
export function ReleaseCard({ release }: { release: ReleaseItem }) {
  const t = useTranslations("releases.card");
  const fileSize = useFileSize();
  const base = `/api/v1/projects/${release.projectId}/releases/${release.id}`;
  const { number, rows } = release;
  const full = { title: "withTexts", link: "downloadWithTexts", query: "" } as const;
  const textFree = {
    title: "withoutTexts",
    link: "downloadWithoutTexts",
    query: "?texts=none",
  } as const;
  const packages = [
    { ...full, summary: release.full },
    { ...textFree, summary: release.textFree },
  ];
  const documents = ["CHANGES.md", "README.md", "datasheet.md", "SHA256SUMS"];

  return (
    <li className="rounded-xl border border-line bg-surface p-5">
      <h2 className="font-serif text-xl font-semibold">{t("heading", { number })}</h2>
      <p className="mt-1 text-sm text-muted">
        {t.rich("made", {
          time: (day) => <time dateTime={release.createdAt}>{day}</time>,
          day: release.createdAt.slice(0, 10),
          person: release.createdBy,
          articles: rows["articles.csv"] ?? 0,
          annotations: rows["annotations.csv"] ?? 0,
          gold: rows["gold.csv"] ?? 0,
        })}
      </p>
      {release.note && <p className="mt-2 max-w-prose whitespace-pre-line">{release.note}</p>}
      <ul aria-label={t("packages", { number })} className="mt-4 grid gap-4 lg:grid-cols-2">
        {packages.map(({ title, link, query, summary }) => (
          <li key={title} className="min-w-0">
            <a
              href={`${base}/package.zip${query}`}
              download
              aria-label={t(link, { number })}
              className={buttonClasses(query ? "secondary" : "primary")}
            >
              {t(title, { size: fileSize(summary.nBytes) })}
            </a>
            <p className="mt-2 text-sm text-muted">{t("checksum")}</p>
            <div className="flex items-start gap-2">
              <code className="min-w-0 text-xs break-all">{summary.sha256}</code>
              <CopyButton text={summary.sha256} label={t("copy")} />
            </div>
          </li>
        ))}
      </ul>
      <ul aria-label={t("documents", { number })} className="mt-3 -ml-2.5 flex flex-wrap gap-1">
        {documents.map((name) => (
          <li key={name}>
            <a
              href={`${base}/files/${name}`}
              download={name}
              aria-label={t("documentOf", { name, number })}
              className={buttonClasses("quiet", "sm")}
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </li>
  );
}

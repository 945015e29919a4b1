import { buttonClasses } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import type { ReleaseItem } from "@/lib/contracts/releases";
import { fileSize } from "./file-size";

/** One release: what is in it, both packages with their checksums. */
export function ReleaseCard({ release }: { release: ReleaseItem }) {
  const base = `/api/v1/projects/${release.projectId}/releases/${release.id}`;
  const { number, rows } = release;
  const packages = [
    { title: "With texts", query: "", summary: release.full },
    { title: "Without texts", query: "?texts=none", summary: release.textFree },
  ];
  const documents = ["CHANGES.md", "README.md", "datasheet.md", "SHA256SUMS"];

  return (
    <li className="rounded-xl border border-line bg-surface p-5">
      <h2 className="font-serif text-xl font-semibold">Release {number}</h2>
      <p className="mt-1 text-sm text-muted">
        Frozen on <time dateTime={release.createdAt}>{release.createdAt.slice(0, 10)}</time> by{" "}
        {release.createdBy}: {rows["articles.csv"] ?? 0} articles, {rows["annotations.csv"] ?? 0}{" "}
        annotations, {rows["gold.csv"] ?? 0} gold spans
      </p>
      {release.note && <p className="mt-2 max-w-prose whitespace-pre-line">{release.note}</p>}
      <ul aria-label={`Packages of release ${number}`} className="mt-4 grid gap-4 lg:grid-cols-2">
        {packages.map(({ title, query, summary }) => (
          <li key={title} className="min-w-0">
            <a
              href={`${base}/package.zip${query}`}
              download
              aria-label={`Download release ${number} ${title.toLowerCase()}`}
              className={buttonClasses(query ? "secondary" : "primary")}
            >
              {title} ({fileSize(summary.nBytes)})
            </a>
            <p className="mt-2 text-sm text-muted">SHA-256 of package.zip</p>
            <div className="flex items-start gap-2">
              <code className="min-w-0 text-xs break-all">{summary.sha256}</code>
              <CopyButton text={summary.sha256} label="Copy" />
            </div>
          </li>
        ))}
      </ul>
      <ul
        aria-label={`Documents of release ${number}`}
        className="mt-3 -ml-2.5 flex flex-wrap gap-1"
      >
        {documents.map((name) => (
          <li key={name}>
            <a
              href={`${base}/files/${name}`}
              download={name}
              aria-label={`${name} of release ${number}`}
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

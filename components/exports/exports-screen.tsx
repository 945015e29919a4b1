import { buttonClasses } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";

const files = [
  {
    name: "annotations.csv",
    text: "One row per span and annotator: place in code points and UTF-16, quote, context, attributes.",
    hasStatus: true,
  },
  {
    name: "gold.csv",
    text: "One row per decided or unanimous span, with outcome, rule and support; rejected ones are kept.",
    hasStatus: false,
  },
  {
    name: "articles.csv",
    text: "One row per article: source, hash, length, how often assigned and submitted.",
    hasStatus: false,
  },
  {
    name: "assignments.csv",
    text: "One row per annotator and article. Submitted without spans is a row here.",
    hasStatus: true,
  },
] as const;

/** Every file, in both profiles. */
export function ExportsScreen({ projectId }: { projectId: string }) {
  const base = `/api/v1/projects/${projectId}/exports`;
  return (
    <>
      <PageHeading title="Exports">
        Submitted work, in a fixed order: the same data gives the same bytes. People appear as
        pseudonyms. Offsets are half-open and count Unicode code points.
      </PageHeading>
      <ul className="grid gap-4">
        {files.map(({ name, text, hasStatus }) => (
          <li key={name} className="rounded-xl border border-line bg-surface p-5">
            <h2 className="font-mono font-semibold">{name}</h2>
            <p className="mt-1 max-w-prose text-sm text-muted">{text}</p>
            <div className="mt-3 flex flex-wrap gap-2">
              <a
                href={`${base}/${name}`}
                download={name}
                aria-label={`${name} for analysis`}
                className={buttonClasses("primary")}
              >
                For analysis
              </a>
              <a
                href={`${base}/${name}?profile=spreadsheet`}
                download={name}
                aria-label={`${name} for spreadsheets`}
                className={buttonClasses()}
              >
                For spreadsheets
              </a>
              {hasStatus && (
                <a
                  href={`${base}/${name}?status=all`}
                  download={name}
                  aria-label={`${name} with unsubmitted work`}
                  className={buttonClasses("quiet")}
                >
                  With unsubmitted work
                </a>
              )}
            </div>
          </li>
        ))}
      </ul>
      <section aria-labelledby="profiles-heading" className="mt-8 max-w-prose text-sm text-muted">
        <h2 id="profiles-heading" className="font-semibold text-ink">
          Which profile?
        </h2>
        <p className="mt-1">
          <strong className="font-medium text-ink">Analysis</strong> is plain UTF-8 with exact
          values, for Python, R and the like.{" "}
          <strong className="font-medium text-ink">Spreadsheet</strong> opens right in Excel and
          LibreOffice: it has a byte order mark, and an apostrophe before text that would run as a
          formula.
        </p>
      </section>
    </>
  );
}

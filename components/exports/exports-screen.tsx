import { buttonClasses } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";

type FileEntry = { name: string; text: string; hasStatus?: true };

const files: readonly FileEntry[] = [
  {
    name: "annotations.csv",
    text: "One row per span and annotator: place in code points and UTF-16, quote, context, attributes.",
    hasStatus: true,
  },
  {
    name: "gold.csv",
    text: "One row per decided or unanimous span, with outcome, rule and support; rejected ones are kept.",
  },
  {
    name: "soft_labels.csv",
    text: "One row per sentence and tag: who said yes, the share, and how split they are. For training.",
  },
  {
    name: "disagreements.csv",
    text: "One row per place where annotators differ, with its spans and the latest decision.",
  },
  {
    name: "articles.csv",
    text: "One row per article: source, hash, length, how often assigned and submitted.",
  },
  {
    name: "assignments.csv",
    text: "One row per annotator and article. Submitted without spans is a row here.",
    hasStatus: true,
  },
  {
    name: "annotators.csv",
    text: "One row per annotator: how much they were given and handed in.",
  },
  {
    name: "answers.csv",
    text: "One row per answer to a question about a whole article.",
    hasStatus: true,
  },
  {
    name: "links.csv",
    text: "One row per link between two spans of one layer.",
    hasStatus: true,
  },
];

const plainFiles: readonly FileEntry[] = [
  { name: "annotations.jsonl", text: "The rows of annotations.csv as JSON, one to a line." },
  { name: "gold.jsonl", text: "The rows of gold.csv as JSON, one to a line." },
  {
    name: "datapackage.json",
    text: "What every file and column means, as a Frictionless Data Package.",
  },
];

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
      <PlainFiles base={base} />
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

function PlainFiles({ base }: { base: string }) {
  return (
    <section aria-labelledby="plain-heading" className="mt-8">
      <h2 id="plain-heading" className="font-semibold">
        For scripts
      </h2>
      <ul className="mt-3 grid gap-3">
        {plainFiles.map(({ name, text }) => (
          <li key={name} className="text-sm text-muted">
            <a href={`${base}/${name}`} download={name} className="font-mono text-ink underline">
              {name}
            </a>{" "}
            {text}
          </li>
        ))}
      </ul>
    </section>
  );
}

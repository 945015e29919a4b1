import { useTranslations } from "next-intl";

import { PageHeading } from "@/components/ui/page-heading";
import type { ExportPreview as Preview, ExportSelection } from "@/lib/contracts/exports";
import { tableNames } from "@/lib/domain/formats/export-files";
import { exportPath } from "./export-address";
import { type Choices, ExportForm } from "./export-form";
import { ExportPreview } from "./export-preview";
import { FileList } from "./file-list";

type ExportsScreenProps = {
  projectId: string;
  selection: ExportSelection;
  choices: Choices;
  preview: Preview;
  origin: string;
};

/** Choose a file, see how it begins and how large it is, download it. */
export function ExportsScreen({
  projectId,
  selection,
  choices,
  preview,
  origin,
}: ExportsScreenProps) {
  const t = useTranslations("exports");
  const strong = (chunks: React.ReactNode) => (
    <strong className="font-medium text-ink">{chunks}</strong>
  );
  const path = exportPath(projectId, selection);
  return (
    <>
      <PageHeading title={t("title")}>{t("intro")}</PageHeading>
      <ExportForm key={path} selection={selection} choices={choices} />
      <ExportPreview preview={preview} path={path} origin={origin}>
        {t(`contents.${keyOf(selection)}`)}
      </ExportPreview>
      <FileList projectId={projectId} />
      <section aria-labelledby="profiles-heading" className="mt-8 max-w-prose text-sm text-muted">
        <h2 id="profiles-heading" className="font-semibold text-ink">
          {t("profiles.heading")}
        </h2>
        <p className="mt-1">{t.rich("profiles.text", { strong })}</p>
        <p className="mt-2">{t("profiles.privacy")}</p>
      </section>
      <div className="mt-8 text-sm text-muted">
        <h2 id="reading-heading" className="font-semibold text-ink">
          {t("reading.heading")}
        </h2>
        <p className="mt-1 max-w-prose">{t("reading.text")}</p>
        <pre
          tabIndex={0}
          aria-labelledby="reading-heading"
          role="region"
          className="mt-2 overflow-x-auto rounded-md border border-line bg-surface p-3 font-mono text-xs text-ink"
        >
          {readers.join("\n")}
        </pre>
      </div>
    </>
  );
}

/** Calls that leave every value as it is. */
const readers = [
  'pandas   read_csv("annotations.csv", keep_default_na=False, na_values=[""])',
  'R        read.csv("annotations.csv", na.strings = "")',
  'readr    read_csv("annotations.csv", na = "", trim_ws = FALSE)',
  'pyarrow  csv.read_csv("annotations.csv", parse_options=csv.ParseOptions(newlines_in_values=True),',
  '           convert_options=csv.ConvertOptions(null_values=[""], strings_can_be_null=True))',
];

const keys = {
  "web-annotations.jsonld": "webAnnotations",
  "brat.zip": "brat",
  "ptc.zip": "ptc",
  "conll.zip": "conll",
  "uima-cas.zip": "uimaCas",
  "spacy.jsonl": "spacy",
  "texts.zip": "texts",
  "datapackage.json": "datapackage",
} as const;

/** Names in the catalogue hold no dot. */
function keyOf({ contents }: ExportSelection) {
  const table = tableNames.find((name) => name === contents);
  return table ?? keys[contents as keyof typeof keys];
}

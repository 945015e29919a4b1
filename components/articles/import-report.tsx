import { useFormatter, useTranslations } from "next-intl";

import { Button } from "@/components/ui/button";
import { StatusNote } from "@/components/ui/status-note";
import { Table } from "@/components/ui/table";
import { downloadFile } from "@/lib/client/download-file";
import type { ImportResult } from "@/lib/contracts/articles";
import { ExplainedWords } from "./explained-words";
import { ImportPreview } from "./import-preview";
import { reportCsv } from "./report-csv";

const shownPlaces = 20;

/** What an import did or would do, and every error with its place and remedy. */
export function ImportReport({ report }: { report: ImportResult }) {
  const t = useTranslations("articles.report");
  const { imported, duplicates, nearDuplicates, encodings, errors, dryRun } = report;
  const count = imported.length;
  const places = duplicates
    .slice(0, shownPlaces)
    .map(({ file, line }) => (line ? t("place", { file, line }) : file))
    .join(", ");
  const renamed = imported.filter(({ storedAs }) => storedAs !== undefined);
  const more = duplicates.length - shownPlaces;
  return (
    <div className="grid gap-4">
      <StatusNote
        tone={errors.length > 0 ? "warning" : "success"}
        title={dryRun ? t("wouldBeImported", { count }) : t("imported", { count })}
      >
        {duplicates.length > 0 && (
          <p>{more > 0 ? t("duplicatesMore", { places, more }) : t("duplicates", { places })}</p>
        )}
        {encodings.map(({ file, encoding, isGuessed }) => (
          <p key={file}>
            {isGuessed
              ? t("encodingGuessed", { file, encoding })
              : t("encoding", { file, encoding })}
          </p>
        ))}
        {renamed.slice(0, shownPlaces).map(({ id, title, storedAs = "" }) => (
          <p key={id}>{t("renamed", { title, storedAs })}</p>
        ))}
        {errors.length > 0 && imported.length === 0 && <p>{t("nothingStored")}</p>}
      </StatusNote>
      {dryRun && <ImportPreview imported={imported} />}
      {nearDuplicates.length > 0 && <NearDuplicates pairs={nearDuplicates} />}
      {errors.length > 0 && (
        <Table caption={t("errors")} head={[t("file"), t("line"), t("column"), t("whatToDo")]}>
          {errors.map(({ file, line, column, ...why }) => (
            <tr key={`${file} ${line} ${column} ${why.message}`}>
              <td>{file}</td>
              <td>{line}</td>
              <td>{column ?? ""}</td>
              <td>
                <ExplainedWords {...why} />
              </td>
            </tr>
          ))}
        </Table>
      )}
      <div>
        <Button
          size="sm"
          onClick={() => downloadFile("import-report.csv", "text/csv", reportCsv(report))}
        >
          {t("download")}
        </Button>
      </div>
    </div>
  );
}

/** Texts that are nearly those of others: stored, and shown here so that nobody is surprised. */
function NearDuplicates({ pairs }: { pairs: ImportResult["nearDuplicates"] }) {
  const t = useTranslations("articles.report");
  const format = useFormatter();
  return (
    <div className="grid gap-2">
      <p className="text-sm">{t("nearDuplicatesHint", { count: pairs.length })}</p>
      <Table
        caption={t("nearDuplicates")}
        head={[t("article"), t("likeArticle"), t("resemblance")]}
      >
        {pairs.slice(0, 100).map(({ articleId, otherId, title, otherTitle, resemblance }) => (
          <tr key={`${articleId} ${otherId}`}>
            <td>
              <bdi>{title}</bdi>
            </td>
            <td>
              <bdi>{otherTitle}</bdi>
            </td>
            <td>{format.number(resemblance, { style: "percent" })}</td>
          </tr>
        ))}
      </Table>
    </div>
  );
}

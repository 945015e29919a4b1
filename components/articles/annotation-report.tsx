import { useTranslations } from "next-intl";

import { StatusNote } from "@/components/ui/status-note";
import { Table } from "@/components/ui/table";
import type { AnnotationImportResult } from "@/lib/contracts/annotation-import";
import { ExplainedWords } from "./explained-words";

type AnnotationReportProps = {
  report: AnnotationImportResult;
  /** Whether good files are taken although others have errors. */
  takesGood: boolean;
};

/** What an import of annotations did or would do: layers, spans that moved or are lost, errors. */
export function AnnotationReport({ report, takesGood }: AnnotationReportProps) {
  const { layers, spans, explainedNotes, errors, dryRun, isStored } = report;
  const t = useTranslations("articles.annotationReport");
  const wouldBeStored = dryRun && (errors.length === 0 || takesGood);
  const done = isStored ? "imported" : wouldBeStored ? "wouldBeImported" : "nothingStored";
  return (
    <div className="grid gap-4">
      <StatusNote
        tone={errors.length > 0 ? "warning" : "success"}
        title={t(done, { count: layers.length })}
      >
        {explainedNotes.map(({ file, ...note }) => (
          <p key={`${file} ${note.message}`}>
            {file !== null && <bdi>{file}: </bdi>}
            <ExplainedWords {...note} />
          </p>
        ))}
      </StatusNote>
      {layers.length > 0 && (
        <Table
          caption={t("layers")}
          head={[
            t("article"),
            t("file"),
            t("kept"),
            t("moved"),
            t("uncertain"),
            t("lost"),
            t("alreadyThere"),
          ]}
        >
          {layers.map((layer) => (
            <tr key={layer.articleId}>
              <td>
                <bdi>{layer.title}</bdi>
              </td>
              <td>{layer.file}</td>
              <td>{layer.kept}</td>
              <td>{layer.moved}</td>
              <td>{layer.uncertain}</td>
              <td>{layer.lost}</td>
              <td>{layer.alreadyThere}</td>
            </tr>
          ))}
        </Table>
      )}
      {spans.length > 0 && (
        <Table
          caption={t("spans")}
          head={[t("file"), t("line"), t("tag"), t("result"), t("text"), t("why")]}
        >
          {spans.map(({ file, line, tag, result, quote, ...why }, at) => (
            <tr key={at}>
              <td>{file}</td>
              <td>{line}</td>
              <td>{tag}</td>
              <td>{t(`results.${result}`)}</td>
              <td className="max-w-64 truncate">
                <bdi>{quote ?? ""}</bdi>
              </td>
              <td>
                <ExplainedWords message={why.reason} reason={why.reasonCode} facts={why.facts} />
              </td>
            </tr>
          ))}
        </Table>
      )}
      {errors.length > 0 && (
        <Table caption={t("errors")} head={[t("file"), t("line"), t("whatToDo")]}>
          {errors.map(({ file, line, column: _, ...why }) => (
            <tr key={`${file} ${line} ${why.message}`}>
              <td>{file}</td>
              <td>{line}</td>
              <td>
                <ExplainedWords {...why} />
              </td>
            </tr>
          ))}
        </Table>
      )}
    </div>
  );
}

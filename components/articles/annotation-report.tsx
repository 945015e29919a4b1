import { StatusNote } from "@/components/ui/status-note";
import { Table } from "@/components/ui/table";
import type { AnnotationImportResult } from "@/lib/contracts/annotation-import";

/** What an import of annotations did or would do: layers, spans that moved or are lost, errors. */
export function AnnotationReport({ report }: { report: AnnotationImportResult }) {
  const { layers, spans, notes, errors, dryRun, isStored } = report;
  const count = layers.length === 1 ? "1 layer" : `${layers.length} layers`;
  const done = dryRun ? "would be imported" : isStored ? "imported" : "read, nothing stored";
  return (
    <div className="grid gap-4">
      <StatusNote tone={errors.length > 0 ? "warning" : "success"} title={`${count} ${done}`}>
        {notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
      </StatusNote>
      {layers.length > 0 && (
        <Table
          caption="Layers"
          head={["Article", "File", "Kept", "Moved", "Uncertain", "Lost", "Already there"]}
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
          caption="Spans that moved, are uncertain or lost"
          head={["File", "Line", "Tag", "Result", "Text", "Why"]}
        >
          {spans.map(({ file, line, tag, result, quote, reason }, at) => (
            <tr key={at}>
              <td>{file}</td>
              <td>{line}</td>
              <td>{tag}</td>
              <td>{result}</td>
              <td className="max-w-64 truncate">
                <bdi>{quote ?? ""}</bdi>
              </td>
              <td>{reason}</td>
            </tr>
          ))}
        </Table>
      )}
      {errors.length > 0 && (
        <Table caption="Errors in annotation files" head={["File", "Line", "What to do"]}>
          {errors.map(({ file, line, message }) => (
            <tr key={`${file} ${line} ${message}`}>
              <td>{file}</td>
              <td>{line}</td>
              <td>{message}</td>
            </tr>
          ))}
        </Table>
      )}
    </div>
  );
}

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { useFileSize } from "@/components/releases/file-size";
import { CopyButton } from "@/components/ui/copy-button";
import { Table } from "@/components/ui/table";
import type { ExportPreview as Preview } from "@/lib/contracts/exports";
import { DownloadLink } from "./download-link";

type ExportPreviewProps = {
  preview: Preview;
  /** Of the file, on this server. */
  path: string;
  /** Of the server, without a trailing slash. */
  origin: string;
  /** What is in the file. */
  children: ReactNode;
};

/** How large the chosen file is, how it begins, and the ways to get it. */
export function ExportPreview({ preview, path, origin, children }: ExportPreviewProps) {
  const t = useTranslations("exports.preview");
  const fileSize = useFileSize();
  const { file, estimate, text, member, columns, rows } = preview;
  const { nBytes, nUnits, isExact } = estimate;
  const command = `curl -f -H "Authorization: Bearer $SLANTWISE_TOKEN" -o ${file} '${origin}${path.replaceAll("'", "%27")}'`;
  const size = { size: fileSize(nBytes), count: nUnits };
  const isCounted = file !== "datapackage.json" && !file.startsWith("agreement.");
  return (
    <section aria-labelledby="preview-heading" className="mt-6 grid min-w-0 gap-4">
      <div>
        <h2 id="preview-heading" className="font-serif text-xl font-semibold break-all">
          {file}
        </h2>
        <p className="mt-1 max-w-prose text-sm text-muted">{children}</p>
        <p className="mt-2 text-sm font-medium tabular-nums">
          {isExact ? t("exactly", size) : t("about", size)}
          {isCounted && `, ${t(estimate.unit, size)}`}
        </p>
      </div>
      <DownloadLink path={path} name={file} nBytes={nBytes} />
      {columns.length > 0 && rows.length > 0 && (
        <Table caption={t("firstRows", { file })} head={columns}>
          {rows.map((row, at) => (
            <tr key={at}>
              {row.map((cell, column) => (
                <td key={column} className="max-w-64 truncate" title={cell}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </Table>
      )}
      {columns.length > 0 && rows.length === 0 && <p>{t("noRows")}</p>}
      {text !== null && (
        <figure className="min-w-0">
          <figcaption className="mb-1 text-sm text-muted">
            {member ? t("beginningOf", { member }) : t("beginning")}
          </figcaption>
          <pre
            tabIndex={0}
            aria-label={t("beginning")}
            className="max-h-72 overflow-auto rounded-lg border border-line bg-sunken p-3 text-xs whitespace-pre-wrap [overflow-wrap:anywhere]"
          >
            {text}
          </pre>
        </figure>
      )}
      <div className="min-w-0">
        <h3 className="text-sm font-medium">{t("script")}</h3>
        <div className="mt-1 flex items-start gap-2">
          <code className="min-w-0 rounded bg-sunken px-2 py-1.5 text-xs break-all">{command}</code>
          <CopyButton text={command} label={t("copy")} />
        </div>
        <p className="mt-1 text-sm text-muted">{t("token")}</p>
      </div>
    </section>
  );
}

"use client";

import { stringify } from "csv-stringify/browser/esm/sync";

import { Button } from "@/components/ui/button";
import { downloadFile } from "@/lib/client/download-file";
import type { Agreement } from "@/lib/contracts/agreement";

/** The table as a CSV file: exact values, missing as empty, the reason in its own column. */
export function DownloadFigures({ tags }: { tags: Agreement["tags"] }) {
  function download() {
    const rows = tags.map(({ tagId, familyId, alpha, interval, ...rest }) => ({
      family: familyId,
      tag: tagId,
      coefficient: "krippendorff_alpha",
      unit: "character",
      level: "nominal_binary",
      value: alpha.value,
      undefined_because: alpha.reason ?? "",
      interval_lower: interval.lower,
      interval_upper: interval.upper,
      prevalence: rest.prevalence,
      raw_agreement: rest.agreement,
      n_spans: rest.nSpans,
    }));
    downloadFile(
      "agreement.csv",
      "text/csv",
      stringify(rows, { header: true, record_delimiter: "windows" }),
    );
  }

  return (
    <Button size="sm" className="mt-3" onClick={download}>
      Download as CSV
    </Button>
  );
}

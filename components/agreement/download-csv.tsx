"use client";

import { stringify } from "csv-stringify/browser/esm/sync";
import { useTranslations } from "next-intl";

import { ProblemNote } from "@/components/layout/problem-note";
import { Button } from "@/components/ui/button";
import { apiRequest } from "@/lib/client/api-client";
import { downloadFile } from "@/lib/client/download-file";
import { useAction } from "@/lib/client/use-action";
import type { Agreement } from "@/lib/contracts/agreement";

type Figure = Agreement["figures"][number];
type DownloadCsvProps = { projectId: string; name: string; scopes: readonly Figure["scope"][] };

/** Labelled figures as a CSV file: exact values, missing as empty, the reason in its own column. */
export function DownloadCsv({ projectId, name, scopes }: DownloadCsvProps) {
  const t = useTranslations("agreement");
  const { run, isPending, problem } = useAction();
  const download = () =>
    run(async () => {
      const path = `/api/v1/projects/${projectId}/agreement`;
      const { figures } = await apiRequest<Agreement>(path);
      const rows = figures.filter(({ scope }) => scopes.includes(scope)).map(toRow);
      const text = stringify(rows, { header: true, record_delimiter: "windows" });
      downloadFile(name, "text/csv", text);
    });
  return (
    <>
      <Button size="sm" disabled={isPending} onClick={() => void download()}>
        {t("csv")}
      </Button>
      {problem && <ProblemNote problem={problem} />}
    </>
  );
}

function toRow(figure: Figure) {
  return {
    scope: figure.scope,
    family: figure.family,
    tag: figure.tag,
    annotator_a: figure.annotators[0] ?? "",
    annotator_b: figure.annotators[1] ?? "",
    group: figure.group,
    statistic: figure.statistic,
    coefficient: figure.coefficient,
    unit: figure.unit,
    level: figure.level,
    value: figure.value,
    reason: figure.reason,
    lower: figure.lower,
    upper: figure.upper,
    interval_level: figure.intervalLevel,
    interval_method: figure.intervalMethod,
    n_articles: figure.nArticles,
    n: figure.n,
  };
}

"use client";

import { useTranslations } from "next-intl";

import { Button } from "@/components/ui/button";
import type { Codebook } from "@/lib/domain/codebook/codebook";

type DownloadCodebookProps = { definition: Codebook; number: number };

/** The definition as the file that publishing takes back. */
export function DownloadCodebook({ definition, number }: DownloadCodebookProps) {
  const t = useTranslations("codebook");

  function download() {
    const json = `${JSON.stringify(definition, null, 2)}\n`;
    const url = URL.createObjectURL(new Blob([json], { type: "application/json" }));
    const link = document.createElement("a");
    link.href = url;
    link.download = `codebook-${definition.id}-v${number}.json`;
    link.click();
    // Some browsers read the blob only after the click has been handled.
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  }

  return <Button onClick={download}>{t("download")}</Button>;
}

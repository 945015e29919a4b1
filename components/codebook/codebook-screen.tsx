import { useTranslations } from "next-intl";

import { buttonClasses } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";
import { StatusNote } from "@/components/ui/status-note";
import type { PresetDetail } from "@/lib/contracts/codebook";
import type { ProjectDetail } from "@/lib/contracts/projects";
import { can } from "@/lib/domain/access/policy";
import type { Codebook } from "@/lib/domain/codebook/codebook";
import { Link } from "../ui/link";
import { CodebookReading } from "./codebook-reading";
import { DownloadCodebook } from "./download-codebook";
import { PrintButton } from "./print-button";
import { SchemeNote } from "./scheme-note";

type CodebookScreenProps = {
  project: ProjectDetail;
  number: number;
  newestNumber: number;
  definition: Codebook;
  /** The scheme that the codebook goes back to, by its id. */
  preset: PresetDetail | null;
};

export function CodebookScreen(props: CodebookScreenProps) {
  const { project, number, newestNumber, definition, preset } = props;
  const t = useTranslations("codebook");
  const base = `/projects/${project.id}/codebook`;
  const mayEdit = can(project.role, "codebook.edit");
  return (
    <>
      <PageHeading
        title={t("title")}
        action={
          <div className="flex flex-wrap gap-2 print:hidden">
            {mayEdit && (
              <Link href={`${base}/edit`} className={buttonClasses("primary")}>
                {t("edit")}
              </Link>
            )}
            <Link href={`${base}/history`} className={buttonClasses()}>
              {t("history")}
            </Link>
            <PrintButton />
            <DownloadCodebook definition={definition} number={number} />
          </div>
        }
      >
        {t("about", { number })}
      </PageHeading>
      {number !== newestNumber && (
        <div className="mb-6">
          <StatusNote tone="warning" title={t("isOld", { number, newest: newestNumber })}>
            <Link href={base} className="underline">
              {t("toNewest")}
            </Link>
          </StatusNote>
        </div>
      )}
      <CodebookReading codebook={definition} />
      {preset && <SchemeNote preset={preset} />}
    </>
  );
}

import { titled } from "@/app/page-title";
import { readQuery, type SearchParams } from "@/app/read-query";
import { fileOf, fitting } from "@/components/exports/export-address";
import { ExportsScreen } from "@/components/exports/exports-screen";
import { exportQuery, exportSelection } from "@/lib/contracts/exports";
import { appUrl } from "@/lib/server/env";
import { load } from "@/lib/server/load";
import { listExportChoices } from "@/lib/services/export-choices";
import { previewExport } from "@/lib/services/export-preview";

export const generateMetadata = titled("exports");

type Props = { params: Promise<{ projectId: string }>; searchParams: SearchParams };

export default async function ExportsPage({ params, searchParams }: Props) {
  const { projectId } = await params;
  const choices = await load((actor) => listExportChoices(actor, projectId));
  const asked = fitting(await readQuery(exportSelection, searchParams));
  const identities = asked.identities && choices.mayAskForIdentities;
  const selection = { ...asked, identities };
  const { contents: _, format, ...filters } = selection;
  const profile = format === "spreadsheet" ? ("spreadsheet" as const) : ("analysis" as const);
  const query = { ...exportQuery.parse({}), ...filters, profile };
  const preview = await load((actor) => previewExport(actor, projectId, fileOf(selection), query));

  return (
    <ExportsScreen
      projectId={projectId}
      selection={selection}
      choices={choices}
      preview={preview}
      origin={appUrl()}
    />
  );
}

import { getTranslations } from "next-intl/server";

import { readQuery, type SearchParams } from "@/app/read-query";
import { HistoryScreen } from "@/components/codebook/history-screen";
import { codebookHistoryPageQuery } from "@/lib/contracts/codebook";
import { can } from "@/lib/domain/access/policy";
import { load } from "@/lib/server/load";
import { countTouchedByCurrent, getCodebook } from "@/lib/services/codebook";
import { compareCodebooks, listCodebookVersions } from "@/lib/services/codebook-history";
import { getProject } from "@/lib/services/projects";

export async function generateMetadata() {
  return { title: (await getTranslations("codebook.versions"))("title") };
}

type Props = { params: Promise<{ projectId: string }>; searchParams: SearchParams };

export default async function HistoryPage({ params, searchParams }: Props) {
  const { projectId } = await params;
  const { from, to, ...page } = await readQuery(codebookHistoryPageQuery, searchParams);
  const { versions, newest, comparison, touched } = await load(async (actor) => {
    const { role } = await getProject(actor, projectId);
    const newest = await getCodebook(actor, projectId);
    const versions = await listCodebookVersions(actor, projectId, page);
    const isCompared = from !== undefined && to !== undefined;
    const comparison = isCompared ? await compareCodebooks(actor, projectId, { from, to }) : null;
    const mayEdit = can(role, "codebook.edit");
    const touched = mayEdit ? await countTouchedByCurrent(actor, projectId) : null;
    return { newest, versions, comparison, touched };
  });

  return (
    <HistoryScreen
      projectId={projectId}
      newestNumber={newest.number}
      versions={versions.items}
      nextCursor={versions.nextCursor}
      comparison={comparison}
      touched={touched}
    />
  );
}

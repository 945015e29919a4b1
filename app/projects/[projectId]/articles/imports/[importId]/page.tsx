import { getTranslations } from "next-intl/server";

import { readQuery, type SearchParams } from "@/app/read-query";
import { ImportLinesScreen } from "@/components/articles/import-lines-screen";
import { importLinesQuery } from "@/lib/contracts/imports";
import { load } from "@/lib/server/load";
import { listImportLines } from "@/lib/services/import-report";
import { getImport } from "@/lib/services/imports";

export async function generateMetadata() {
  return { title: (await getTranslations("articles.lines"))("title") };
}

type Props = {
  params: Promise<{ projectId: string; importId: string }>;
  searchParams: SearchParams;
};

export default async function ImportPage({ params, searchParams }: Props) {
  const { projectId, importId } = await params;
  const query = await readQuery(importLinesQuery, searchParams);
  const { item, page } = await load(async (actor) => ({
    item: await getImport(actor, projectId, importId),
    page: await listImportLines(actor, projectId, importId, query),
  }));

  return <ImportLinesScreen projectId={projectId} item={item} kind={query.kind} {...page} />;
}

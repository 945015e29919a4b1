import { titled } from "@/app/page-title";
import { readQuery, type SearchParams } from "@/app/read-query";
import { PrecedentsScreen } from "@/components/review/precedents-screen";
import { pageQuery } from "@/lib/contracts/fields";
import { load } from "@/lib/server/load";
import { listPrecedents } from "@/lib/services/review-precedents";

export const generateMetadata = titled("precedents");

type Props = {
  params: Promise<{ projectId: string; ruleId: string }>;
  searchParams: SearchParams;
};

export default async function PrecedentsPage({ params, searchParams }: Props) {
  const { projectId, ruleId } = await params;
  const query = await readQuery(pageQuery, searchParams);
  const page = await load((actor) =>
    listPrecedents(actor, projectId, decodeURIComponent(ruleId), query),
  );

  return <PrecedentsScreen projectId={projectId} page={page} />;
}

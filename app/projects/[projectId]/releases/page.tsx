import { titled } from "@/app/page-title";
import { readQuery, type SearchParams } from "@/app/read-query";
import { ReleasesScreen } from "@/components/releases/releases-screen";
import { releaseListQuery } from "@/lib/contracts/releases";
import { load } from "@/lib/server/load";
import { listReleases } from "@/lib/services/releases";

export const generateMetadata = titled("releases");

type Props = { params: Promise<{ projectId: string }>; searchParams: SearchParams };

export default async function ReleasesPage({ params, searchParams }: Props) {
  const { projectId } = await params;
  const query = await readQuery(releaseListQuery, searchParams);
  const page = await load((actor) => listReleases(actor, projectId, query));

  return (
    <ReleasesScreen projectId={projectId} releases={page.items} nextCursor={page.nextCursor} />
  );
}

import { getTranslations } from "next-intl/server";

import { readQuery, type SearchParams } from "@/app/read-query";
import { TouchedScreen } from "@/components/codebook/touched-screen";
import { touchedQuery } from "@/lib/contracts/codebook";
import { load } from "@/lib/server/load";
import { countTouchedByCurrent } from "@/lib/services/codebook";
import { listSpansTouched } from "@/lib/services/codebook-history";

export async function generateMetadata() {
  return { title: (await getTranslations("codebook.touched"))("title") };
}

type Props = { params: Promise<{ projectId: string }>; searchParams: SearchParams };

export default async function TouchedPage({ params, searchParams }: Props) {
  const { projectId } = await params;
  const query = await readQuery(touchedQuery, searchParams);
  const { counts, page } = await load(async (actor) => ({
    counts: await countTouchedByCurrent(actor, projectId),
    page: await listSpansTouched(actor, projectId, query),
  }));

  return (
    <TouchedScreen
      projectId={projectId}
      tag={query.tag}
      counts={counts}
      spans={page.items}
      nextCursor={page.nextCursor}
    />
  );
}

import { titled } from "@/app/page-title";
import { readQuery, type SearchParams } from "@/app/read-query";
import { Queue } from "@/components/queue/queue";
import { queueQuery } from "@/lib/contracts/assignments";
import { load } from "@/lib/server/load";
import { getQueue } from "@/lib/services/progress";

export const generateMetadata = titled("queue");

export default async function QueuePage({ searchParams }: { searchParams: SearchParams }) {
  const query = await readQuery(queueQuery, searchParams);
  const { queue, viewerId } = await load(async (actor) => ({
    queue: await getQueue(actor, query),
    viewerId: actor.userId,
  }));

  return <Queue {...queue} viewerId={viewerId} isNarrowed={query.status !== undefined} />;
}

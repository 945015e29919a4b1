import { titled } from "@/app/page-title";
import { readQuery, type SearchParams } from "@/app/read-query";
import { Queue } from "@/components/queue/queue";
import { queueQuery } from "@/lib/contracts/assignments";
import { load } from "@/lib/server/load";
import { listQueue } from "@/lib/services/assignments";

export const generateMetadata = titled("queue");

export default async function QueuePage({ searchParams }: { searchParams: SearchParams }) {
  const query = await readQuery(queueQuery, searchParams, { limit: "100" });
  const page = await load((actor) => listQueue(actor, query));

  return <Queue items={page.items} nextCursor={page.nextCursor} />;
}

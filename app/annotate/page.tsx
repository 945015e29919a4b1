import { Queue } from "@/components/queue/queue";
import { load } from "@/lib/server/load";
import { listQueue } from "@/lib/services/assignments";

export const metadata = { title: "Queue" };

type Props = { searchParams: Promise<{ cursor?: string }> };

export default async function QueuePage({ searchParams }: Props) {
  const { cursor } = await searchParams;
  const page = await load((actor) =>
    listQueue(actor, { limit: 100, ...(cursor ? { cursor } : {}) }),
  );

  return <Queue items={page.items} nextCursor={page.nextCursor} />;
}

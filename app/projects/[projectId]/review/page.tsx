import { ReviewInbox } from "@/components/review/review-inbox";
import { disagreementQuery } from "@/lib/contracts/review";
import { load } from "@/lib/server/load";
import { getCodebook } from "@/lib/services/codebook";
import { listDisagreements } from "@/lib/services/review";

export const metadata = { title: "Review" };

type Props = {
  params: Promise<{ projectId: string }>;
  searchParams: Promise<Record<string, string>>;
};

export default async function ReviewPage({ params, searchParams }: Props) {
  const { projectId } = await params;
  const given = Object.entries(await searchParams).filter(([, value]) => value !== "");
  const parsed = disagreementQuery.safeParse(Object.fromEntries(given));
  const query = parsed.success ? parsed.data : { limit: 50 };
  const { page, codebook } = await load(async (actor) => ({
    page: await listDisagreements(actor, projectId, query),
    codebook: await getCodebook(actor, projectId),
  }));

  return (
    <ReviewInbox projectId={projectId} page={page} codebook={codebook.definition} query={query} />
  );
}

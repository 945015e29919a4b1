import { getTranslations } from "next-intl/server";

import { readQuery, type SearchParams } from "@/app/read-query";
import { FeedbackList } from "@/components/feedback/feedback-list";
import { pageQuery } from "@/lib/contracts/fields";
import { load } from "@/lib/server/load";
import { listOpenDiscussions } from "@/lib/services/review-discussion";
import { listFeedback } from "@/lib/services/review-feedback";

export async function generateMetadata() {
  const t = await getTranslations("feedback");
  return { title: t("title") };
}

type Props = { searchParams: SearchParams };

export default async function FeedbackPage({ searchParams }: Props) {
  const query = await readQuery(pageQuery, searchParams, { limit: "20" });
  const { page, discussions } = await load(async (actor) => ({
    page: await listFeedback(actor, query),
    discussions: (await listOpenDiscussions(actor)).items,
  }));

  return <FeedbackList page={page} discussions={discussions} />;
}

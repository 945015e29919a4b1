import { getTranslations } from "next-intl/server";

import { DiscussionScreen } from "@/components/feedback/discussion-screen";
import { load } from "@/lib/server/load";
import { getDiscussion } from "@/lib/services/review-discussion-view";

export async function generateMetadata() {
  const t = await getTranslations("feedback");
  return { title: t("discussion") };
}

type Props = { params: Promise<{ disagreementId: string }> };

export default async function DiscussionPage({ params }: Props) {
  const { disagreementId } = await params;
  const discussion = await load((actor) => getDiscussion(actor, disagreementId));

  return <DiscussionScreen discussion={discussion} />;
}

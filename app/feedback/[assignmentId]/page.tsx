import { getTranslations } from "next-intl/server";

import { FeedbackScreen } from "@/components/feedback/feedback-screen";
import { load } from "@/lib/server/load";
import { getFeedback } from "@/lib/services/review-feedback";

export async function generateMetadata() {
  const t = await getTranslations("feedback");
  return { title: t("title") };
}

type Props = { params: Promise<{ assignmentId: string }> };

export default async function ArticleFeedbackPage({ params }: Props) {
  const { assignmentId } = await params;
  const feedback = await load((actor) => getFeedback(actor, assignmentId));

  return <FeedbackScreen feedback={feedback} />;
}

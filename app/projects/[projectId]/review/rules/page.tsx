import { titled } from "@/app/page-title";
import { RulesScreen } from "@/components/review/rules-screen";
import { load } from "@/lib/server/load";
import { listRules } from "@/lib/services/review-precedents";

export const generateMetadata = titled("rules");

type Props = { params: Promise<{ projectId: string }> };

export default async function RulesPage({ params }: Props) {
  const { projectId } = await params;
  const { items } = await load((actor) => listRules(actor, projectId));

  return <RulesScreen projectId={projectId} rules={items} />;
}

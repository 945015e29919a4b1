import { titled } from "@/app/page-title";
import { AgreementScreen } from "@/components/agreement/agreement-screen";
import { load } from "@/lib/server/load";
import { getAgreement } from "@/lib/services/agreement";

export const generateMetadata = titled("agreement");

type Props = { params: Promise<{ projectId: string }> };

export default async function AgreementPage({ params }: Props) {
  const { projectId } = await params;
  const agreement = await load((actor) => getAgreement(actor, projectId, {}));

  return <AgreementScreen agreement={agreement} />;
}

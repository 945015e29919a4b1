import { titled } from "@/app/page-title";
import { readQuery, type SearchParams } from "@/app/read-query";
import { AuditScreen } from "@/components/audit/audit-screen";
import { auditQuery } from "@/lib/contracts/audit";
import { load } from "@/lib/server/load";
import { listAuditEvents } from "@/lib/services/audit";

export const generateMetadata = titled("audit");

type Props = { params: Promise<{ projectId: string }>; searchParams: SearchParams };

export default async function AuditPage({ params, searchParams }: Props) {
  const { projectId } = await params;
  const query = await readQuery(auditQuery, searchParams);
  const page = await load((actor) => listAuditEvents(actor, projectId, query));

  return <AuditScreen page={page} action={query.action ?? ""} />;
}

import { titled } from "@/app/page-title";
import { MembersScreen } from "@/components/members/members-screen";
import { load } from "@/lib/server/load";
import { listMembers } from "@/lib/services/members";

export const generateMetadata = titled("members");

type Props = { params: Promise<{ projectId: string }> };

export default async function MembersPage({ params }: Props) {
  const { projectId } = await params;
  const { items } = await load((actor) => listMembers(actor, projectId));

  return <MembersScreen projectId={projectId} members={items} />;
}

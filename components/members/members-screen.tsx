import { PageHeading } from "@/components/ui/page-heading";
import { Table } from "@/components/ui/table";
import type { Member } from "@/lib/contracts/projects";
import { AddMember } from "./add-member";
import { RemoveMember } from "./remove-member";

type MembersScreenProps = { projectId: string; members: readonly Member[] };

/** Who is in the project, as what, under which pseudonym, with how much work. */
export function MembersScreen({ projectId, members }: MembersScreenProps) {
  return (
    <>
      <PageHeading title="Members">
        Exports show people by their pseudonym only. It stays the same for good.
      </PageHeading>
      <AddMember projectId={projectId} />
      <Table
        caption="Members"
        head={["Name", "E-mail", "Role", "Pseudonym", "Assigned", "Submitted", "Actions"]}
      >
        {members.map((member) => (
          <tr key={member.userId} className={member.isRemoved ? "text-muted" : ""}>
            <td className="font-medium">{member.name}</td>
            <td>{member.email}</td>
            <td>{member.isRemoved ? `${member.role} (removed)` : member.role}</td>
            <td>{member.pseudonym}</td>
            <td>{member.nAssigned}</td>
            <td>{member.nSubmitted}</td>
            <td>{!member.isRemoved && <RemoveMember projectId={projectId} member={member} />}</td>
          </tr>
        ))}
      </Table>
    </>
  );
}

import { useFormatter, useTranslations } from "next-intl";

import { PageHeading } from "@/components/ui/page-heading";
import { Table } from "@/components/ui/table";
import type { Member } from "@/lib/contracts/projects";
import { AddMember } from "./add-member";
import { RemoveMember } from "./remove-member";

type MembersScreenProps = { projectId: string; members: readonly Member[] };

const columns = ["name", "email", "role", "pseudonym", "assigned", "submitted", "actions"] as const;

/** Who is in the project, as what, under which pseudonym, with how much work. */
export function MembersScreen({ projectId, members }: MembersScreenProps) {
  const t = useTranslations("members");
  const format = useFormatter();
  return (
    <>
      <PageHeading title={t("title")}>{t("intro")}</PageHeading>
      <AddMember projectId={projectId} />
      <Table caption={t("title")} head={columns.map((column) => t(column))}>
        {members.map((member) => (
          <tr key={member.userId} className={member.isRemoved ? "text-muted" : ""}>
            <td className="font-medium">{member.name}</td>
            <td>{member.email}</td>
            <td>
              {member.isRemoved
                ? t("removedRole", { role: t(`roles.${member.role}`) })
                : t(`roles.${member.role}`)}
            </td>
            <td>{member.pseudonym}</td>
            <td>{format.number(member.nAssigned)}</td>
            <td>{format.number(member.nSubmitted)}</td>
            <td>{!member.isRemoved && <RemoveMember projectId={projectId} member={member} />}</td>
          </tr>
        ))}
      </Table>
    </>
  );
}

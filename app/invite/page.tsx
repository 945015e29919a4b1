import { InviteForm } from "@/components/accounts/invite-form";

export const metadata = { title: "Invite" };

export default function InvitePage() {
  return <InviteForm />;
}

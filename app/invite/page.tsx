import { titled } from "@/app/page-title";
import { InviteForm } from "@/components/accounts/invite-form";

export const generateMetadata = titled("invite");

export default function InvitePage() {
  return <InviteForm />;
}

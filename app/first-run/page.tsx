import { redirect } from "next/navigation";

import { FirstRunForm } from "@/components/accounts/first-run-form";
import { isFirstRun } from "@/lib/services/accounts";

export const metadata = { title: "Set up" };

export default async function FirstRunPage() {
  if (!(await isFirstRun())) redirect("/sign-in");
  return <FirstRunForm />;
}

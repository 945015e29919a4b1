import { redirect } from "next/navigation";

import { titled } from "@/app/page-title";
import { FirstRunForm } from "@/components/accounts/first-run-form";
import { isFirstRun } from "@/lib/services/accounts";

export const generateMetadata = titled("firstRun");

export default async function FirstRunPage() {
  if (!(await isFirstRun())) redirect("/sign-in");
  return <FirstRunForm />;
}

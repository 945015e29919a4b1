import { redirect } from "next/navigation";

import { titled } from "@/app/page-title";
import { SignInForm } from "@/components/accounts/sign-in-form";
import { currentActor } from "@/lib/server/session";
import { isFirstRun } from "@/lib/services/accounts";

export const generateMetadata = titled("signIn");

export default async function SignInPage() {
  if (await currentActor()) redirect("/");
  if (await isFirstRun()) redirect("/first-run");
  return <SignInForm />;
}

import { redirect } from "next/navigation";

import { currentActor } from "@/lib/server/session";
import { getMe, isFirstRun } from "@/lib/services/accounts";

export default async function HomePage() {
  const actor = await currentActor();
  if (!actor) redirect((await isFirstRun()) ? "/first-run" : "/sign-in");
  const { memberships } = await getMe(actor);
  const isOnlyAnnotator =
    memberships.length > 0 && memberships.every(({ role }) => role === "annotator");
  redirect(isOnlyAnnotator ? "/annotate" : "/projects");
}

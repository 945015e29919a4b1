"use client";

import { useTranslations } from "next-intl";

import { Button } from "@/components/ui/button";
import { signOut } from "@/lib/client/account-session";
import { useAction } from "@/lib/client/use-action";

export function SignOutButton() {
  const t = useTranslations("layout");
  const { run, isPending } = useAction();

  const leave = () =>
    run(async () => {
      await signOut();
      // A full load: nothing of this person's stays in the page's memory.
      window.location.assign("/sign-in");
    });

  return (
    <Button
      variant="quiet"
      size="sm"
      className="shrink-0 whitespace-nowrap"
      disabled={isPending}
      onClick={() => void leave()}
    >
      {t("signOut")}
    </Button>
  );
}

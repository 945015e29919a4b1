"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";

import { ProblemNote } from "@/components/layout/problem-note";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { apiRequest } from "@/lib/client/api-client";
import { useAction } from "@/lib/client/use-action";
import type { ApiTokenItem } from "@/lib/contracts/tokens";

export function RevokeToken({ token }: { token: ApiTokenItem }) {
  const t = useTranslations("tokens");
  const router = useRouter();
  const [isOpen, setIsOpen] = useState(false);
  const { run, isPending, problem } = useAction();

  const revoke = () =>
    run(async () => {
      await apiRequest(`/api/v1/tokens/${token.id}`, { method: "DELETE" });
      setIsOpen(false);
      router.refresh();
    });

  return (
    <>
      <Button
        size="sm"
        variant="quiet"
        aria-label={t("revokeNamed", { name: token.name })}
        onClick={() => setIsOpen(true)}
      >
        {t("revoke")}
      </Button>
      <Dialog
        open={isOpen}
        onOpenChange={setIsOpen}
        title={t("revokeTitle", { name: token.name })}
        description={t("revokeHint")}
        footer={
          <>
            <Button onClick={() => setIsOpen(false)}>{t("keep")}</Button>
            <Button variant="danger" disabled={isPending} onClick={() => void revoke()}>
              {isPending ? t("revoking") : t("revoke")}
            </Button>
          </>
        }
      >
        {problem && <ProblemNote problem={problem} />}
      </Dialog>
    </>
  );
}

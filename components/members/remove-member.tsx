"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";

import { ProblemNote } from "@/components/layout/problem-note";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { apiRequest } from "@/lib/client/api-client";
import { useAction } from "@/lib/client/use-action";
import type { Member } from "@/lib/contracts/projects";

export function RemoveMember({ projectId, member }: { projectId: string; member: Member }) {
  const t = useTranslations("members.remove");
  const router = useRouter();
  const [isOpen, setIsOpen] = useState(false);
  const { run, isPending, problem } = useAction();

  const remove = () =>
    run(async () => {
      const path = `/api/v1/projects/${projectId}/members/${member.userId}`;
      await apiRequest(path, { method: "DELETE" });
      setIsOpen(false);
      router.refresh();
    });

  return (
    <>
      <Button
        size="sm"
        variant="quiet"
        aria-label={t("openFor", { name: member.name })}
        onClick={() => setIsOpen(true)}
      >
        {t("open")}
      </Button>
      <Dialog
        open={isOpen}
        onOpenChange={setIsOpen}
        title={t("title", { name: member.name })}
        description={t("description")}
        footer={
          <>
            <Button onClick={() => setIsOpen(false)}>{t("cancel")}</Button>
            <Button variant="danger" disabled={isPending} onClick={() => void remove()}>
              {isPending ? t("pending") : t("submit")}
            </Button>
          </>
        }
      >
        {problem && <ProblemNote problem={problem} />}
      </Dialog>
    </>
  );
}

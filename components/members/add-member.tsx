"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";

import { ProblemNote } from "@/components/layout/problem-note";
import { useFieldErrors } from "@/components/layout/use-field-errors";
import { Button } from "@/components/ui/button";
import { Field, Input, Select } from "@/components/ui/field";
import { StatusNote } from "@/components/ui/status-note";
import { apiRequest } from "@/lib/client/api-client";
import { useAction } from "@/lib/client/use-action";
import type { AddMemberResult } from "@/lib/contracts/projects";
import { roles } from "@/lib/domain/access/policy";
import { InviteLink } from "./invite-link";

export function AddMember({ projectId }: { projectId: string }) {
  const t = useTranslations("members");
  const router = useRouter();
  const { run, isPending, problem } = useAction();
  const errorOf = useFieldErrors(problem);
  const [added, setAdded] = useState<AddMemberResult | null>(null);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const element = event.currentTarget;
    const form = new FormData(element);
    setAdded(null);
    void run(async () => {
      const body = { email: form.get("email"), role: form.get("role") };
      const path = `/api/v1/projects/${projectId}/members`;
      setAdded(await apiRequest<AddMemberResult>(path, { method: "POST", body }));
      element.reset();
      router.refresh();
    });
  }

  return (
    <section
      aria-labelledby="add-heading"
      className="mb-6 rounded-xl border border-line bg-surface p-5"
    >
      <h2 id="add-heading" className="mb-3 font-semibold">
        {t("add.title")}
      </h2>
      <form onSubmit={submit} className="flex flex-wrap items-end gap-4">
        <div className="min-w-0 flex-1 basis-64">
          <Field label={t("email")} error={errorOf("email")}>
            {(control) => <Input {...control} name="email" type="email" required />}
          </Field>
        </div>
        <div className="basis-44">
          <Field label={t("role")}>
            {(control) => (
              <Select {...control} name="role" defaultValue="annotator">
                {roles.map((role) => (
                  <option key={role} value={role}>
                    {t(`roles.${role}`)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </div>
        <Button type="submit" variant="primary" disabled={isPending}>
          {isPending ? t("add.pending") : t("add.submit")}
        </Button>
      </form>
      <div className="mt-4 empty:hidden">
        {problem && <ProblemNote problem={problem} />}
        {added?.inviteUrl && <InviteLink url={added.inviteUrl} added={added} />}
        {added && !added.inviteUrl && (
          <StatusNote tone="success">
            {t("add.added", { email: added.email, role: t(`roles.${added.role}`) })}
          </StatusNote>
        )}
      </div>
    </section>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useState } from "react";

import { ProblemNote } from "@/components/layout/problem-note";
import { useFieldErrors } from "@/components/layout/use-field-errors";
import { Button } from "@/components/ui/button";
import { Field, Input } from "@/components/ui/field";
import { signIn } from "@/lib/client/account-session";
import { ApiProblem, apiRequest } from "@/lib/client/api-client";
import { useAction } from "@/lib/client/use-action";
import type { InviteDescription } from "@/lib/contracts/projects";
import { AccountCard } from "./account-card";
import { textOf } from "@/lib/client/form-text";
import { NewPasswordField } from "./new-password-field";

type Found = { secret: string; invite: InviteDescription };

/** Reads the secret behind `#`, which browsers send to no server, and takes it out of the address. */
export function InviteForm() {
  const t = useTranslations("accounts");
  const [found, setFound] = useState<Found | null>(null);
  const [problem, setProblem] = useState<unknown>(null);

  useEffect(() => {
    const secret = window.location.hash.slice(1);
    const body = { secret };
    apiRequest<InviteDescription>("/api/v1/invites/describe", { method: "POST", body })
      .then((invite) => setFound({ secret, invite }))
      .catch(setProblem);
  }, []);

  if (problem) {
    const isGone = problem instanceof ApiProblem && problem.code === "not_found";
    return (
      <AccountCard
        title={t("invite.unusable")}
        intro={isGone ? t("invite.gone") : t("invite.incomplete")}
      >
        <a href="/sign-in" className="text-sm text-accent underline">
          {t("invite.signInInstead")}
        </a>
      </AccountCard>
    );
  }
  return found ? (
    <AcceptForm {...found} />
  ) : (
    <AccountCard title={t("invite.title")} intro={t("invite.looking")}>
      {null}
    </AccountCard>
  );
}

function AcceptForm({ secret, invite }: Found) {
  const t = useTranslations("accounts");
  const tRole = useTranslations("members.roles");
  const { run, isPending, problem } = useAction();
  const errorOf = useFieldErrors(problem);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const password = textOf(form, "password");
    const name = invite.hasAccount ? {} : { name: textOf(form, "name") };
    void run(async () => {
      const body = { secret, password, ...name };
      await apiRequest("/api/v1/invites/accept", { method: "POST", body });
      await signIn(invite.email, password);
      window.location.assign("/");
    });
  }

  return (
    <AccountCard
      title={t("invite.join", { project: invite.projectName })}
      intro={t.rich("invite.intro", {
        role: tRole(invite.role),
        email: invite.email,
        strong: (words) => <strong>{words}</strong>,
      })}
    >
      <form onSubmit={submit} method="post" className="grid gap-4">
        {problem && problem.errors.length === 0 && <ProblemNote problem={problem} />}
        {invite.hasAccount ? (
          <Field label={t("invite.accountPassword")} error={errorOf("password")}>
            {(control) => (
              <Input
                {...control}
                name="password"
                type="password"
                autoComplete="current-password"
                required
              />
            )}
          </Field>
        ) : (
          <>
            <Field label={t("yourName")} error={errorOf("name")}>
              {(control) => <Input {...control} name="name" autoComplete="name" required />}
            </Field>
            <NewPasswordField error={errorOf("password")} />
          </>
        )}
        <Button type="submit" variant="primary" disabled={isPending}>
          {isPending ? t("invite.pending") : t("invite.submit")}
        </Button>
      </form>
    </AccountCard>
  );
}

"use client";

import { useTranslations } from "next-intl";
import type { FormEvent } from "react";

import { ProblemNote } from "@/components/layout/problem-note";
import { Button } from "@/components/ui/button";
import { Field, Input } from "@/components/ui/field";
import { signIn } from "@/lib/client/account-session";
import { useAction } from "@/lib/client/use-action";
import { AccountCard } from "./account-card";
import { textOf } from "@/lib/client/form-text";

export function SignInForm() {
  const t = useTranslations("accounts");
  const { run, isPending, problem } = useAction();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    void run(async () => {
      await signIn(textOf(form, "email"), textOf(form, "password"));
      window.location.assign("/");
    });
  }

  return (
    <AccountCard title={t("signIn.title")} intro={t("signIn.intro")}>
      <form onSubmit={submit} method="post" className="grid gap-4">
        <ProblemNote problem={problem} />
        <Field label={t("email")}>
          {(control) => (
            <Input {...control} name="email" type="email" autoComplete="username" required />
          )}
        </Field>
        <Field label={t("password")}>
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
        <Button type="submit" variant="primary" disabled={isPending}>
          {isPending ? t("signIn.pending") : t("signIn.submit")}
        </Button>
      </form>
    </AccountCard>
  );
}

"use client";

import { useTranslations } from "next-intl";
import type { FormEvent } from "react";

import { ProblemNote } from "@/components/layout/problem-note";
import { useFieldErrors } from "@/components/layout/use-field-errors";
import { Button } from "@/components/ui/button";
import { Field, Input } from "@/components/ui/field";
import { signIn } from "@/lib/client/account-session";
import { apiRequest } from "@/lib/client/api-client";
import { useAction } from "@/lib/client/use-action";
import { AccountCard } from "./account-card";
import { textOf } from "@/lib/client/form-text";
import { NewPasswordField } from "./new-password-field";

export function FirstRunForm() {
  const t = useTranslations("accounts");
  const { run, isPending, problem } = useAction();
  const errorOf = useFieldErrors(problem);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [email, name, password] = ["email", "name", "password"].map((key) => textOf(form, key));
    void run(async () => {
      await apiRequest("/api/v1/first-run", { method: "POST", body: { email, name, password } });
      await signIn(email ?? "", password ?? "");
      window.location.assign("/projects");
    });
  }

  return (
    <AccountCard title={t("firstRun.title")} intro={t("firstRun.intro")}>
      <form onSubmit={submit} method="post" className="grid gap-4">
        {problem && problem.errors.length === 0 && <ProblemNote problem={problem} />}
        <Field label={t("yourName")} error={errorOf("name")}>
          {(control) => <Input {...control} name="name" autoComplete="name" required />}
        </Field>
        <Field label={t("email")} error={errorOf("email")}>
          {(control) => (
            <Input {...control} name="email" type="email" autoComplete="username" required />
          )}
        </Field>
        <NewPasswordField error={errorOf("password")} />
        <Button type="submit" variant="primary" disabled={isPending}>
          {isPending ? t("firstRun.pending") : t("firstRun.submit")}
        </Button>
      </form>
    </AccountCard>
  );
}

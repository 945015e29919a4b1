"use client";

import type { FormEvent } from "react";

import { Button } from "@/components/ui/button";
import { Field, Input } from "@/components/ui/field";
import { StatusNote } from "@/components/ui/status-note";
import { signIn } from "@/lib/client/account-session";
import { apiRequest } from "@/lib/client/api-client";
import { useAction } from "@/lib/client/use-action";
import { AccountCard } from "./account-card";
import { textOf } from "@/lib/client/form-text";
import { NewPasswordField } from "./new-password-field";

export function FirstRunForm() {
  const { run, isPending, problem } = useAction();

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
    <AccountCard
      title="Set up Slantwise"
      intro="Nobody has an account yet. Yours will be the first, and may create projects."
    >
      <form onSubmit={submit} method="post" className="grid gap-4">
        {problem && problem.errors.length === 0 && (
          <StatusNote tone="danger">{problem.detail}</StatusNote>
        )}
        <Field label="Your name" error={problem?.errorOf("name")}>
          {(control) => <Input {...control} name="name" autoComplete="name" required />}
        </Field>
        <Field label="E-mail" error={problem?.errorOf("email")}>
          {(control) => (
            <Input {...control} name="email" type="email" autoComplete="username" required />
          )}
        </Field>
        <NewPasswordField error={problem?.errorOf("password")} />
        <Button type="submit" variant="primary" disabled={isPending}>
          {isPending ? "Creating…" : "Create the first account"}
        </Button>
      </form>
    </AccountCard>
  );
}

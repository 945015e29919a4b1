"use client";

import type { FormEvent } from "react";

import { Button } from "@/components/ui/button";
import { Field, Input } from "@/components/ui/field";
import { StatusNote } from "@/components/ui/status-note";
import { signIn } from "@/lib/client/account-session";
import { useAction } from "@/lib/client/use-action";
import { AccountCard } from "./account-card";
import { textOf } from "@/lib/client/form-text";

export function SignInForm() {
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
    <AccountCard title="Sign in" intro="To annotate, review or export.">
      <form onSubmit={submit} method="post" className="grid gap-4">
        {problem && <StatusNote tone="danger">{problem.detail}</StatusNote>}
        <Field label="E-mail">
          {(control) => (
            <Input {...control} name="email" type="email" autoComplete="username" required />
          )}
        </Field>
        <Field label="Password">
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
          {isPending ? "Signing in…" : "Sign in"}
        </Button>
      </form>
    </AccountCard>
  );
}

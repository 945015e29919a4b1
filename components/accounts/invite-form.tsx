"use client";

import { type FormEvent, useEffect, useState } from "react";

import { Button } from "@/components/ui/button";
import { Field, Input } from "@/components/ui/field";
import { StatusNote } from "@/components/ui/status-note";
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
  const [found, setFound] = useState<Found | null>(null);
  const [missing, setMissing] = useState("");

  useEffect(() => {
    const secret = window.location.hash.slice(1);
    const body = { secret };
    apiRequest<InviteDescription>("/api/v1/invites/describe", { method: "POST", body })
      .then((invite) => setFound({ secret, invite }))
      .catch((error: unknown) =>
        setMissing(
          error instanceof ApiProblem && error.code === "not_found"
            ? error.detail
            : "This link is incomplete. Copy it again from the message it came in.",
        ),
      );
  }, []);

  if (missing) {
    return (
      <AccountCard title="This invite can't be used" intro={missing}>
        <a href="/sign-in" className="text-sm text-accent underline">
          Sign in instead
        </a>
      </AccountCard>
    );
  }
  return found ? (
    <AcceptForm {...found} />
  ) : (
    <AccountCard title="Invite" intro="Looking the invite up…">
      {null}
    </AccountCard>
  );
}

function AcceptForm({ secret, invite }: Found) {
  const { run, isPending, problem } = useAction();

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
      title={`Join ${invite.projectName}`}
      intro={
        <>
          You are invited as <strong>{invite.role}</strong>, with the address{" "}
          <strong>{invite.email}</strong>.
        </>
      }
    >
      <form onSubmit={submit} method="post" className="grid gap-4">
        {problem && problem.errors.length === 0 && (
          <StatusNote tone="danger">{problem.detail}</StatusNote>
        )}
        {invite.hasAccount ? (
          <Field label="Password of your account" error={problem?.errorOf("password")}>
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
            <Field label="Your name" error={problem?.errorOf("name")}>
              {(control) => <Input {...control} name="name" autoComplete="name" required />}
            </Field>
            <NewPasswordField error={problem?.errorOf("password")} />
          </>
        )}
        <Button type="submit" variant="primary" disabled={isPending}>
          {isPending ? "Joining…" : "Join the project"}
        </Button>
      </form>
    </AccountCard>
  );
}

"use client";

import { useTranslations } from "next-intl";
import type { FormEvent } from "react";

import { ProblemWords } from "@/components/layout/problem-words";
import { Button } from "@/components/ui/button";
import { Field, Input } from "@/components/ui/field";
import { StatusNote } from "@/components/ui/status-note";
import { signIn } from "@/lib/client/account-session";
import { textOf } from "@/lib/client/form-text";
import { useAction } from "@/lib/client/use-action";

type SignInAgainProps = {
  /** Why saving stopped; another person's session is no better than none. */
  failure: "signed_out" | "other_user";
  onSignedIn: () => void;
};

/** The session ended while work was waiting: sign in here, without leaving the text. */
export function SignInAgain({ failure, onSignedIn }: SignInAgainProps) {
  const t = useTranslations("annotator.signIn");
  const { run, isPending, problem } = useAction();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    void run(async () => {
      await signIn(textOf(form, "email"), textOf(form, "password"));
      onSignedIn();
    });
  }

  return (
    <div className="mb-6">
      <StatusNote tone="warning" title={t(failure === "signed_out" ? "signedOut" : "otherUser")}>
        <p>{t("note")}</p>
        <form onSubmit={submit} className="mt-3 flex flex-wrap items-end gap-3">
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
            {t(isPending ? "pending" : "submit")}
          </Button>
        </form>
        {problem && (
          <p className="mt-2 text-danger">
            <ProblemWords problem={problem} />
          </p>
        )}
      </StatusNote>
    </div>
  );
}

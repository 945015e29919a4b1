"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";

import { ProblemNote } from "@/components/layout/problem-note";
import { useFieldErrors } from "@/components/layout/use-field-errors";
import { Button } from "@/components/ui/button";
import { Checkbox, Field, Input, Select } from "@/components/ui/field";
import { apiRequest } from "@/lib/client/api-client";
import { useAction } from "@/lib/client/use-action";
import type { CreateTokenResult } from "@/lib/contracts/tokens";
import { tokenScopes } from "@/lib/domain/access/token-scope";
import { NewToken } from "./new-token";

export function CreateToken() {
  const t = useTranslations("tokens");
  const router = useRouter();
  const { run, isPending, problem } = useAction();
  const errorOf = useFieldErrors(problem);
  const [made, setMade] = useState<CreateTokenResult | null>(null);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const element = event.currentTarget;
    const form = new FormData(element);
    setMade(null);
    void run(async () => {
      const body = {
        name: form.get("name"),
        scopes: form.getAll("scopes"),
        expiresInDays: Number(form.get("expiresInDays")),
      };
      setMade(await apiRequest<CreateTokenResult>("/api/v1/tokens", { method: "POST", body }));
      element.reset();
      router.refresh();
    });
  }

  return (
    <section
      aria-labelledby="create-heading"
      className="mb-6 rounded-xl border border-line bg-surface p-5"
    >
      <h2 id="create-heading" className="mb-3 font-semibold">
        {t("make")}
      </h2>
      <form onSubmit={submit} className="flex flex-wrap items-end gap-4">
        <div className="min-w-0 flex-1 basis-64">
          <Field label={t("name")} error={errorOf("name")}>
            {(control) => (
              <Input
                {...control}
                name="name"
                required
                maxLength={80}
                placeholder={t("placeholder")}
              />
            )}
          </Field>
        </div>
        <div className="basis-36">
          <Field label={t("worksFor")}>
            {(control) => (
              <Select {...control} name="expiresInDays" defaultValue="90">
                {[7, 30, 90].map((count) => (
                  <option key={count} value={count}>
                    {t("days", { count })}
                  </option>
                ))}
                <option value="365">{t("year")}</option>
              </Select>
            )}
          </Field>
        </div>
        <fieldset className="basis-full">
          <legend className="text-sm font-medium">{t("scopes")}</legend>
          <div className="mt-1 flex flex-wrap gap-x-6">
            {tokenScopes.map((scope) => (
              <Checkbox key={scope} name="scopes" value={scope} label={t(`scope.${scope}`)} />
            ))}
          </div>
        </fieldset>
        <Button type="submit" variant="primary" disabled={isPending}>
          {isPending ? t("making") : t("makeButton")}
        </Button>
      </form>
      <div className="mt-4 empty:hidden">
        <ProblemNote problem={problem} />
        {made && <NewToken made={made} />}
      </div>
    </section>
  );
}

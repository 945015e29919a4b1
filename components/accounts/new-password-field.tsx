import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { Field, Input } from "@/components/ui/field";

export function NewPasswordField({ error }: { error: ReactNode }) {
  const t = useTranslations("accounts");
  return (
    <Field label={t("password")} hint={t("passwordHint")} error={error}>
      {(control) => (
        <Input
          {...control}
          name="password"
          type="password"
          minLength={15}
          maxLength={256}
          autoComplete="new-password"
          required
        />
      )}
    </Field>
  );
}

import { useFormatter, useTranslations } from "next-intl";

import { CopyButton } from "@/components/ui/copy-button";
import { Field, Input } from "@/components/ui/field";
import { StatusNote } from "@/components/ui/status-note";
import type { CreateTokenResult } from "@/lib/contracts/tokens";

/** A token that is shown this once. */
export function NewToken({ made }: { made: CreateTokenResult }) {
  const t = useTranslations("tokens");
  const format = useFormatter();
  return (
    <StatusNote tone="success" title={t("copyNow", { name: made.name })}>
      <div className="mt-2 flex flex-wrap items-end gap-2">
        <div className="min-w-0 flex-1 basis-72">
          <Field
            label={t("newToken")}
            hint={t("worksUntil", {
              date: format.dateTime(new Date(made.expiresAt), { dateStyle: "medium" }),
            })}
          >
            {(control) => (
              <Input
                {...control}
                readOnly
                value={made.token}
                onFocus={({ target }) => target.select()}
                className="font-mono text-xs"
              />
            )}
          </Field>
        </div>
        <CopyButton text={made.token} label={t("copy")} className="mb-7" />
      </div>
    </StatusNote>
  );
}

import { useFormatter, useTranslations } from "next-intl";

import { CopyButton } from "@/components/ui/copy-button";
import { Field, Input } from "@/components/ui/field";
import { StatusNote } from "@/components/ui/status-note";
import type { AddMemberResult } from "@/lib/contracts/projects";

/** A link that is shown this once. */
export function InviteLink({ url, added }: { url: string; added: AddMemberResult }) {
  const t = useTranslations("members.invite");
  const format = useFormatter();
  const until =
    added.expiresAt && format.dateTime(new Date(added.expiresAt), { dateStyle: "long" });

  return (
    <StatusNote tone="info" title={t("title", { email: added.email })}>
      <div className="mt-2 flex flex-wrap items-end gap-2">
        <div className="min-w-0 flex-1 basis-72">
          <Field label={t("label")} hint={until ? t("hint", { until }) : t("hintWithoutDate")}>
            {(control) => (
              <Input
                {...control}
                readOnly
                value={url}
                onFocus={({ target }) => target.select()}
                className="font-mono text-xs"
              />
            )}
          </Field>
        </div>
        <CopyButton text={url} label={t("copy")} className="mb-7" />
      </div>
    </StatusNote>
  );
}

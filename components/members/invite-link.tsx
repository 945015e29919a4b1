import { CopyButton } from "@/components/ui/copy-button";
import { Field, Input } from "@/components/ui/field";
import { StatusNote } from "@/components/ui/status-note";
import type { AddMemberResult } from "@/lib/contracts/projects";

/** A link that is shown this once. */
export function InviteLink({ url, added }: { url: string; added: AddMemberResult }) {
  const until = added.expiresAt?.slice(0, 10);

  return (
    <StatusNote tone="info" title={`Pass this link to ${added.email}`}>
      <div className="mt-2 flex flex-wrap items-end gap-2">
        <div className="min-w-0 flex-1 basis-72">
          <Field
            label="Invite link"
            hint={`Works once, until ${until ?? "it expires"}. It can't be shown again.`}
          >
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
        <CopyButton text={url} label="Copy" className="mb-7" />
      </div>
    </StatusNote>
  );
}

import { CopyButton } from "@/components/ui/copy-button";
import { Field, Input } from "@/components/ui/field";
import { StatusNote } from "@/components/ui/status-note";
import type { CreateTokenResult } from "@/lib/contracts/tokens";

/** A token that is shown this once. */
export function NewToken({ made }: { made: CreateTokenResult }) {
  return (
    <StatusNote tone="success" title={`Copy the token “${made.name}” now`}>
      <div className="mt-2 flex flex-wrap items-end gap-2">
        <div className="min-w-0 flex-1 basis-72">
          <Field
            label="New token"
            hint={`Works until ${made.expiresAt.slice(0, 10)}. It can’t be shown again; keep it like a password.`}
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
        <CopyButton text={made.token} label="Copy" className="mb-7" />
      </div>
    </StatusNote>
  );
}

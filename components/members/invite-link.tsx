"use client";

import { useState } from "react";

import { Button } from "@/components/ui/button";
import { Field, Input } from "@/components/ui/field";
import { StatusNote } from "@/components/ui/status-note";
import type { AddMemberResult } from "@/lib/contracts/projects";

/** A link that is shown this once. */
export function InviteLink({ url, added }: { url: string; added: AddMemberResult }) {
  const [isCopied, setIsCopied] = useState(false);
  const until = added.expiresAt?.slice(0, 10);

  const copy = () => navigator.clipboard.writeText(url).then(() => setIsCopied(true));

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
        <Button className="mb-7" onClick={() => void copy()}>
          {isCopied ? "Copied" : "Copy"}
        </Button>
      </div>
    </StatusNote>
  );
}

import { useState } from "react";

import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/field";
import type { LayerHint } from "@/lib/domain/annotation/check-layer";

type HintRowProps = { hint: LayerHint; onShow: () => void; onOverrule: (note: string) => void };

/** One hint. Leaving it as it is asks for a reason, which may stay empty. */
export function HintRow({ hint, onShow, onOverrule }: HintRowProps) {
  const [note, setNote] = useState<string | null>(null);
  return (
    <li className="flex flex-wrap items-center gap-2">
      <span className="min-w-0 flex-1 basis-64">
        <strong className="font-medium">{hint.rule}</strong> {hint.text}
      </span>
      <Button size="sm" onClick={onShow}>
        Show
      </Button>
      {note === null ? (
        <Button size="sm" variant="quiet" onClick={() => setNote("")}>
          Fine as it is
        </Button>
      ) : (
        <form
          className="flex basis-full flex-wrap gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            onOverrule(note.trim());
          }}
        >
          <Input
            aria-label="Why it is fine as it is (may stay empty)"
            placeholder="Why? (may stay empty)"
            className="min-h-8 flex-1 basis-48 text-sm"
            maxLength={2000}
            autoFocus
            value={note}
            onChange={({ target }) => setNote(target.value)}
          />
          <Button size="sm" type="submit">
            Leave it
          </Button>
        </form>
      )}
    </li>
  );
}

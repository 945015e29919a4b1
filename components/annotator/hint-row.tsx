import { useTranslations } from "next-intl";
import { useState } from "react";

import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/field";
import type { LayerHint } from "@/lib/domain/annotation/check-layer";
import { HintText } from "./hint-text";

type HintRowProps = { hint: LayerHint; onShow: () => void; onOverrule: (note: string) => void };

/** One hint. Leaving it as it is asks for a reason, which may stay empty. */
export function HintRow({ hint, onShow, onOverrule }: HintRowProps) {
  const t = useTranslations("annotator.hints");
  const [note, setNote] = useState<string | null>(null);
  return (
    <li className="flex flex-wrap items-center gap-2">
      <span className="min-w-0 flex-1 basis-64">
        <HintText hint={hint} />
      </span>
      {(hint.spanId ?? hint.place) && (
        <Button size="sm" onClick={onShow}>
          {t("show")}
        </Button>
      )}
      {note === null ? (
        <Button size="sm" variant="quiet" onClick={() => setNote("")}>
          {t("overrule")}
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
            aria-label={t("why")}
            placeholder={t("whyShort")}
            className="min-h-8 flex-1 basis-48 text-sm"
            maxLength={2000}
            autoFocus
            value={note}
            onChange={({ target }) => setNote(target.value)}
          />
          <Button size="sm" type="submit">
            {t("leave")}
          </Button>
        </form>
      )}
    </li>
  );
}

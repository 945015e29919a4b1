"use client";

import { Popover } from "@base-ui/react/popover";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { type Codebook, offeredTags } from "@/lib/domain/codebook/codebook";
import {
  familyStyle,
  keysByTag,
  readable,
  repeatKey,
  stylesByTag,
} from "@/components/codebook/tag-style";
import { TagSwatch } from "@/components/codebook/tag-swatch";
import { Button } from "@/components/ui/button";

type TagPickerProps = {
  codebook: Codebook;
  /** What the tag is for, quoted at the top. */
  quote: string;
  anchor: { getBoundingClientRect: () => DOMRect } | null;
  isOpen: boolean;
  problem: string | null;
  /** What was given last and can be given again by one key; null where there is none. */
  lastTagId?: string | null;
  onChoose: (tagId: string) => void;
  onClose: () => void;
  /** Something else was pressed, which has the focus and the selection now; as `onClose` if left out. */
  onLeave?: (pressed: EventTarget | null) => void;
};

/** All tags in view, each with its key; the definition of the one in focus stands below. */
export function TagPicker(props: TagPickerProps) {
  const { codebook, quote, anchor, isOpen, problem, lastTagId, onChoose, onClose, onLeave } = props;
  const t = useTranslations("annotator.picker");
  const keys = keysByTag(codebook);
  const styles = stylesByTag(codebook);
  const [shownId, setShownId] = useState<string | null>(null);
  const isOneFamily = codebook.families.length === 1;
  const shown = codebook.families.flatMap(({ tags }) => tags).find(({ id }) => id === shownId);

  return (
    <Popover.Root
      open={isOpen}
      modal="trap-focus"
      onOpenChange={(open, { reason, event }) => {
        if (open) return;
        if (reason === "outside-press" && onLeave) onLeave(event.target);
        else onClose();
      }}
    >
      <Popover.Portal>
        <Popover.Positioner
          anchor={anchor}
          sideOffset={10}
          collisionPadding={8}
          // As wide as a telephone's screen, it has no room beside the text; above or below it scrolls.
          collisionAvoidance={{ side: "flip", align: "shift", fallbackAxisSide: "none" }}
          className="z-40"
        >
          <Popover.Popup
            finalFocus={false}
            className="relative max-h-(--available-height) w-[min(34rem,calc(100vw-1rem))] overflow-y-auto rounded-xl border border-line-strong bg-surface p-3 text-ink shadow-2xl"
          >
            <Popover.Title className="sr-only">{t("title")}</Popover.Title>
            <p className="mb-2 truncate pr-8 pl-1 font-serif text-sm text-muted">“{quote}”</p>
            {problem && (
              <p role="alert" className="mb-2 rounded-md bg-danger-soft px-2 py-1.5 text-sm">
                {problem}
              </p>
            )}
            <div className={`grid gap-3 ${isOneFamily ? "" : "sm:grid-cols-2"}`}>
              {codebook.families.map((family, at) => (
                <section key={family.id} aria-label={family.id}>
                  <h3 className={`mb-1 px-1 text-xs font-semibold ${familyStyle(at).text}`}>
                    {family.id}
                  </h3>
                  <ul className={`grid grid-cols-2 gap-1 ${isOneFamily ? "" : "sm:grid-cols-1"}`}>
                    {offeredTags(family).map((tag) => (
                      <li key={tag.id}>
                        <button
                          type="button"
                          onClick={() => onChoose(tag.id)}
                          onFocus={() => setShownId(tag.id)}
                          onPointerEnter={() => setShownId(tag.id)}
                          aria-keyshortcuts={keys.get(tag.id)}
                          aria-description={tag.definition}
                          className="flex min-h-9 w-full items-center gap-2 rounded-md px-2 text-left text-sm hover:bg-sunken"
                        >
                          <TagSwatch style={styles.get(tag.id)} />
                          <span className="min-w-0 flex-1 leading-tight break-words hyphens-auto">
                            {readable(tag.id)}
                          </span>
                          <kbd
                            aria-hidden="true"
                            className="rounded border border-line px-1.5 font-sans text-xs text-muted"
                          >
                            {keys.get(tag.id)}
                          </kbd>
                        </button>
                      </li>
                    ))}
                  </ul>
                </section>
              ))}
            </div>
            {lastTagId && (
              <Button
                size="sm"
                className="mt-2"
                aria-keyshortcuts={repeatKey}
                onClick={() => onChoose(lastTagId)}
              >
                {t("again", { tag: readable(lastTagId) })}
                <kbd aria-hidden="true" className="ml-2 font-sans text-xs text-muted">
                  {repeatKey}
                </kbd>
              </Button>
            )}
            <p className="mt-2 min-h-10 px-1 text-sm text-muted" aria-hidden="true">
              {shown?.definition ?? t("note")}
            </p>
            <Popover.Close
              aria-label={t("close")}
              className="absolute top-2 right-2 grid size-8 place-items-center rounded-md text-muted hover:bg-sunken"
            >
              <X aria-hidden="true" className="size-4" />
            </Popover.Close>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

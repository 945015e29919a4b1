"use client";

import { Combobox } from "@base-ui/react/combobox";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";

import { readable } from "@/components/codebook/tag-style";
import type { Span } from "@/lib/domain/spans/span";

type LinkPickerProps = {
  id: string;
  span: Span;
  /** All that the span can lead to. */
  others: readonly Span[];
  value: string | null;
  isReadOnly: boolean;
  onChange: (spanId: string | null) => void;
};

const nearestShown = 50;

/** Finds the other end of a link by its words; the nearest spans come first. */
export function LinkPicker({ id, span, others, value, isReadOnly, onChange }: LinkPickerProps) {
  const t = useTranslations("annotator.links");
  const [isOpen, setIsOpen] = useState(false);
  const chosen = others.find((one) => one.id === value) ?? null;
  const nearest = useMemo(
    () => (isOpen ? [...others].sort((a, b) => distance(a, span) - distance(b, span)) : []),
    [isOpen, others, span],
  );
  return (
    <Combobox.Root
      items={nearest}
      limit={nearestShown}
      open={isOpen}
      onOpenChange={setIsOpen}
      value={chosen}
      onValueChange={(next) => next?.id !== chosen?.id && onChange(next?.id ?? null)}
      itemToStringLabel={labelOf}
      isItemEqualToValue={(a, b) => a.id === b.id}
      disabled={isReadOnly}
      autoHighlight
    >
      <div className="relative">
        <Combobox.Input
          id={id}
          placeholder={t("none")}
          className="min-h-9 w-full rounded-md border border-line-strong bg-surface pr-9 pl-3 text-sm text-ink placeholder:text-muted"
        />
        <Combobox.Clear
          aria-label={t("clear")}
          className="absolute top-0 right-0 grid size-9 place-items-center text-muted hover:text-ink"
        >
          ×
        </Combobox.Clear>
      </div>
      <Combobox.Portal>
        <Combobox.Positioner sideOffset={4} collisionPadding={8} className="z-40">
          <Combobox.Popup className="max-h-72 w-[max(var(--anchor-width),18rem)] max-w-[calc(100vw-1rem)] overflow-y-auto rounded-lg border border-line-strong bg-surface p-1 text-ink shadow-2xl">
            <Combobox.Empty className="p-2 text-sm text-muted empty:hidden">
              {t("noMatch")}
            </Combobox.Empty>
            <Combobox.List>
              {(one: Span) => (
                <Combobox.Item
                  key={one.id}
                  value={one}
                  className="min-h-9 rounded-md px-2 py-1.5 text-sm data-[highlighted]:bg-sunken"
                >
                  {labelOf(one)}
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  );
}

function labelOf({ tagId, quote }: Span): string {
  return `${readable(tagId)}: ${quote.slice(0, 60)}`;
}

/** Code points between two spans; the other segment is farther than anything. */
function distance(a: Span, b: Span): number {
  return a.segment === b.segment ? Math.abs(a.start - b.start) : Infinity;
}

import { useFormatter, useTranslations } from "next-intl";
import { useRef } from "react";

import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/field";

type CheckListProps = {
  legend: string;
  name: string;
  items: readonly { id: string; text: string; note: string; isChecked: boolean }[];
  /** What the boxes were first set to, as the name of a button that sets them so again. */
  suggestion?: string;
  onPick: () => void;
};

/** Boxes to tick, in a list that scrolls when it is long. */
export function CheckList({ legend, name, items, suggestion, onPick }: CheckListProps) {
  const t = useTranslations("assignments.plan");
  const format = useFormatter();
  const list = useRef<HTMLDivElement>(null);

  function pick(isPicked: (box: HTMLInputElement) => boolean) {
    for (const box of list.current?.querySelectorAll("input") ?? []) box.checked = isPicked(box);
    onPick();
  }

  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 text-sm font-medium">
        {legend}{" "}
        <span className="font-normal text-muted tabular-nums">{format.number(items.length)}</span>
      </legend>
      <div className="mb-1.5 flex flex-wrap gap-1">
        <Button size="sm" variant="quiet" onClick={() => pick(() => true)}>
          {t("all")}
        </Button>
        <Button size="sm" variant="quiet" onClick={() => pick(() => false)}>
          {t("none")}
        </Button>
        {suggestion && (
          <Button size="sm" variant="quiet" onClick={() => pick((box) => box.defaultChecked)}>
            {suggestion}
          </Button>
        )}
      </div>
      <div ref={list} className="max-h-64 overflow-y-auto rounded-md border border-line px-3 py-2">
        {items.map(({ id, text, note, isChecked }) => (
          <Checkbox
            key={id}
            name={name}
            value={id}
            defaultChecked={isChecked}
            label={
              <>
                <bdi>{text}</bdi> <span className="text-muted">({note})</span>
              </>
            }
          />
        ))}
      </div>
    </fieldset>
  );
}

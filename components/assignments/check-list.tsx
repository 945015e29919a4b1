import { Checkbox } from "@/components/ui/field";

type CheckListProps = {
  legend: string;
  name: string;
  items: readonly { id: string; text: string; note: string; isChecked: boolean }[];
};

/** Boxes to tick, in a list that scrolls when it is long. */
export function CheckList({ legend, name, items }: CheckListProps) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 text-sm font-medium">{legend}</legend>
      <div className="max-h-64 overflow-y-auto rounded-md border border-line px-3 py-2">
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

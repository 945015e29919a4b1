import { Button } from "@/components/ui/button";
import { Field, Select } from "@/components/ui/field";
import type { GoldInput } from "@/lib/contracts/review";
import { attributesOf, type Codebook, familyOf } from "@/lib/domain/codebook/codebook";
import { moveEdge } from "@/lib/domain/spans/move-edge";
import type { AttributeValue } from "@/lib/domain/spans/span";
import type { CodePointIndex } from "@/lib/domain/text/code-points";
import { AttributeField } from "../annotator/attribute-field";
import { readable } from "../codebook/tag-style";

type EditedSpanProps = {
  span: GoldInput;
  name: string;
  index: CodePointIndex;
  codebook: Codebook;
  onChange: (span: GoldInput) => void;
  onRemove?: () => void;
};

const moves = [
  { edge: "start", direction: "earlier", text: "← Start earlier" },
  { edge: "start", direction: "later", text: "Start later →" },
  { edge: "end", direction: "earlier", text: "← End earlier" },
  { edge: "end", direction: "later", text: "End later →" },
] as const;

/** One span of the reviewer's version: edges moved by words, tag, attributes. */
export function EditedSpan({ span, name, index, codebook, onChange, onRemove }: EditedSpanProps) {
  const definitions = attributesOf(codebook, familyOf(codebook, span.tagId) ?? "");

  function move({ edge, direction }: (typeof moves)[number]) {
    const moved = moveEdge(index, span, edge, direction);
    if (moved) onChange({ ...span, ...moved });
  }

  function retag(tagId: string) {
    // A tag of another family takes other attributes; only those that both know stay.
    const known = new Set(
      attributesOf(codebook, familyOf(codebook, tagId) ?? "").map(({ id }) => id),
    );
    const kept = Object.entries(span.attributes).filter(([id]) => known.has(id));
    onChange({ ...span, tagId, attributes: Object.fromEntries(kept) });
  }

  function setAttribute(id: string, value: AttributeValue | null) {
    const others = Object.entries(span.attributes).filter(([other]) => other !== id);
    const attributes = Object.fromEntries(value === null ? others : [...others, [id, value]]);
    onChange({ ...span, attributes });
  }

  return (
    <fieldset className="grid gap-3">
      <legend className="mb-2 text-sm font-medium">{name}</legend>
      <blockquote aria-live="polite" className="font-serif">
        “<bdi>{span.quote}</bdi>”
      </blockquote>
      <div className="flex flex-wrap gap-2">
        {moves.map((one) => (
          <Button key={one.text} size="sm" onClick={() => move(one)}>
            {one.text}
          </Button>
        ))}
        {onRemove && (
          <Button size="sm" variant="danger" onClick={onRemove}>
            Leave this span out
          </Button>
        )}
      </div>
      <div className="max-w-xs">
        <Field label="Tag">
          {(control) => (
            <Select {...control} value={span.tagId} onChange={({ target }) => retag(target.value)}>
              {codebook.families.map((family) => (
                <optgroup key={family.id} label={family.id}>
                  {family.tags.map(({ id }) => (
                    <option key={id} value={id}>
                      {readable(id)}
                    </option>
                  ))}
                </optgroup>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <details>
        <summary className="text-sm font-medium">Attributes</summary>
        <div className="mt-3 grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
          {definitions.map((definition) => (
            <AttributeField
              key={`${definition.id} ${span.attributes[definition.id] ?? ""}`}
              definition={definition}
              value={span.attributes[definition.id] ?? null}
              isReadOnly={false}
              onChange={(value) => setAttribute(definition.id, value)}
            />
          ))}
        </div>
      </details>
    </fieldset>
  );
}

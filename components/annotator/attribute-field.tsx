import { Field, Input, Select } from "@/components/ui/field";
import type { AttributeDefinition } from "@/lib/domain/codebook/codebook";
import type { AttributeValue } from "@/lib/domain/spans/span";
import { readable } from "@/components/codebook/tag-style";

type AttributeFieldProps = {
  definition: AttributeDefinition;
  value: AttributeValue | null;
  isReadOnly: boolean;
  onChange: (value: AttributeValue | null) => void;
};

/** Asks for one attribute the way the codebook says: a choice, or text saved on leaving the field. */
export function AttributeField({ definition, value, isReadOnly, onChange }: AttributeFieldProps) {
  const isChoice = definition.kind === "enum" || definition.kind === "ordinal";
  return (
    <Field label={readable(definition.id)}>
      {(control) =>
        isChoice ? (
          <Select
            {...control}
            className="min-h-9 text-sm"
            disabled={isReadOnly}
            value={value ?? ""}
            onChange={({ target }) => {
              const chosen = definition.values.find((one) => String(one) === target.value);
              onChange(chosen ?? null);
            }}
          >
            <option value="">–</option>
            {definition.values.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </Select>
        ) : (
          <Input
            {...control}
            className="min-h-9 text-sm"
            maxLength={2000}
            disabled={isReadOnly}
            defaultValue={value ?? ""}
            onBlur={({ target }) => {
              const text = target.value.trim();
              if (text !== (value ?? "")) onChange(text === "" ? null : text);
            }}
          />
        )
      }
    </Field>
  );
}

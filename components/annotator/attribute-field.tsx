import { Field, Input, Select } from "@/components/ui/field";
import type { AttributeDefinition } from "@/lib/domain/codebook/codebook";
import type { AttributeValue } from "@/lib/domain/spans/span";
import { readable } from "@/components/codebook/tag-style";

type AttributeFieldProps = {
  definition: AttributeDefinition;
  value: AttributeValue | null;
  isReadOnly: boolean;
  /** Values in use, offered again for entities: "he" is the source named before. */
  known?: readonly AttributeValue[];
  onChange: (value: AttributeValue | null) => void;
};

/** Asks for one attribute the way the codebook says: a choice, or text saved on leaving the field. */
export function AttributeField({
  definition,
  value,
  isReadOnly,
  known = [],
  onChange,
}: AttributeFieldProps) {
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
          <>
            <Input
              // What stands in the field is the browser's until it is left; another value begins anew.
              key={value ?? ""}
              {...control}
              className="min-h-9 text-sm"
              maxLength={2000}
              {...(definition.kind === "entity" ? { list: `${control.id}-known` } : {})}
              disabled={isReadOnly}
              defaultValue={value ?? ""}
              onBlur={({ target }) => {
                const text = target.value.trim();
                if (text !== (value ?? "")) onChange(text === "" ? null : text);
              }}
            />
            {definition.kind === "entity" && (
              <datalist id={`${control.id}-known`}>
                {[...new Set(known)].map((one) => (
                  <option key={one} value={one} />
                ))}
              </datalist>
            )}
          </>
        )
      }
    </Field>
  );
}

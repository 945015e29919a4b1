import { Field, Select } from "@/components/ui/field";
import type { AttributeDefinition } from "@/lib/domain/codebook/codebook";
import type { AttributeValue } from "@/lib/domain/spans/span";
import { readable } from "@/components/codebook/tag-style";
import { TextInput } from "./text-input";

type AttributeFieldProps = {
  definition: AttributeDefinition;
  value: AttributeValue | null;
  isReadOnly: boolean;
  /** Values in use, offered again for entities: "he" is the source named before. */
  known?: readonly AttributeValue[];
  onChange: (value: AttributeValue | null) => void;
};

/** Asks for one attribute the way the codebook says: a choice, or text. */
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
            <TextInput
              {...control}
              {...(definition.kind === "entity" ? { list: `${control.id}-known` } : {})}
              disabled={isReadOnly}
              value={String(value ?? "")}
              onText={(text) => onChange(text === "" ? null : text)}
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

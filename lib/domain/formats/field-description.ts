import type { FieldKind } from "./export-fields";

/** A column as a Frictionless Table Schema describes it. */
export type Field = { name: string; type: string; format?: string; description: string };

const types: Record<FieldKind, { type: string; format?: string }> = {
  text: { type: "string" },
  note: { type: "string" },
  id: { type: "string" },
  integer: { type: "integer" },
  number: { type: "number" },
  date: { type: "date", format: "default" },
  time: { type: "datetime", format: "default" },
};

/** What stands beside a column of remarks. */
const withheld = "Remarks to colleagues: empty unless asked for with notes=true.";

export function describeField(
  name: string,
  kind: FieldKind,
  meaning: string,
  hasNotes: boolean,
): Field {
  const description = kind === "note" && !hasNotes ? `${meaning} ${withheld}` : meaning;
  return { name, ...types[kind], description };
}

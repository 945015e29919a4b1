import type { Attributes, AttributeValue } from "../spans/span";
import { checkAttributes } from "./check-attributes";
import { type AttributeDefinition, attributesOf, type Codebook } from "./codebook";

/** A value as formats hold it that have no room for white space or for marks between values. */
export function inOneWord(value: string): string {
  return value.replace(/[\s|,]+/g, "_");
}

function fit(value: AttributeValue, definition: AttributeDefinition | undefined): AttributeValue {
  if (definition?.kind === "ordinal") return Number(value);
  const text = String(value);
  if (definition?.kind !== "enum" || definition.values.includes(text)) return text;
  return definition.values.find((one) => inOneWord(one) === inOneWord(text)) ?? text;
}

/**
 * Those attributes of another tool's span that the codebook knows for the family, with numbers
 * where it wants numbers and its own words where they were written in one; `leftOut` names the others.
 */
export function fitAttributes(
  codebook: Codebook,
  familyId: string,
  given: Attributes,
): { attributes: Attributes; leftOut: string[] } {
  const known = new Map(attributesOf(codebook, familyId).map((one) => [one.id, one]));
  const attributes: Record<string, AttributeValue> = {};
  const leftOut: string[] = [];
  for (const [id, value] of Object.entries(given)) {
    const fitted = fit(value, known.get(id));
    const fits = known.has(id) && checkAttributes(codebook, familyId, { [id]: fitted }) === null;
    if (fits) attributes[id] = fitted;
    else leftOut.push(id);
  }
  return { attributes, leftOut };
}

import { linkKindOf } from "../spans/links";
import type { Attributes } from "../spans/span";
import { type AttributeDefinition, attributesOf, type Codebook } from "./codebook";

/** Why the attributes don't fit a span of `familyId`, in a sentence; null if they do. */
export function checkAttributes(
  codebook: Codebook,
  familyId: string,
  attributes: Attributes,
): string | null {
  const known = new Map(attributesOf(codebook, familyId).map((one) => [one.id, one]));
  for (const [id, value] of Object.entries(attributes)) {
    const linkKind = linkKindOf(id);
    if (linkKind !== null && codebook.linkTypes.includes(linkKind)) continue;
    const definition = known.get(id);
    if (!definition) return `${familyId} has no attribute "${id}".`;
    if (!fits(definition, value)) {
      const choices = "values" in definition ? `one of ${definition.values.join(", ")}` : "text";
      return `Attribute "${id}" must be ${choices}.`;
    }
  }
  return null;
}

function fits(definition: AttributeDefinition, value: string | number): boolean {
  switch (definition.kind) {
    case "enum":
      return typeof value === "string" && definition.values.includes(value);
    case "ordinal":
      return typeof value === "number" && definition.values.includes(value);
    case "text":
    case "entity":
      return typeof value === "string";
  }
}

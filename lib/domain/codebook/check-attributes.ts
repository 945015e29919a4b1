import type { Problem } from "../problem";
import { linkKindOf } from "../spans/links";
import type { Attributes } from "../spans/span";
import { type AttributeDefinition, attributesOf, type Codebook } from "./codebook";

export type AttributeProblem = Problem<"bad_attribute">;

/** Why the attributes don't fit a span of `familyId`, or null if they do. */
export function checkAttributes(
  codebook: Codebook,
  familyId: string,
  attributes: Attributes,
): AttributeProblem | null {
  const known = new Map(attributesOf(codebook, familyId).map((one) => [one.id, one]));
  for (const [id, value] of Object.entries(attributes)) {
    const linkKind = linkKindOf(id);
    if (linkKind !== null && codebook.linkTypes.includes(linkKind)) continue;
    const definition = known.get(id);
    if (!definition) {
      const facts = { misfit: "unknown", family: familyId, attribute: id };
      return { code: "bad_attribute", detail: `${familyId} has no attribute "${id}".`, facts };
    }
    if (!fits(definition, value)) return misfit(definition);
  }
  return null;
}

function misfit(definition: AttributeDefinition): AttributeProblem {
  const { id: attribute } = definition;
  if ("values" in definition) {
    const choices = definition.values.join(", ");
    const detail = `Attribute "${attribute}" must be one of ${choices}.`;
    return { code: "bad_attribute", detail, facts: { misfit: "choice", attribute, choices } };
  }
  const detail = `Attribute "${attribute}" must be text.`;
  return { code: "bad_attribute", detail, facts: { misfit: "text", attribute } };
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

import type { Attributes, AttributeValue } from "../spans/span";
import { checkAttributes } from "./check-attributes";
import { attributesOf, type Codebook } from "./codebook";

/**
 * Those attributes of another tool's span that the codebook knows for the family, with numbers
 * where it wants numbers; `leftOut` names the others.
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
    const isNumber = known.get(id)?.kind === "ordinal";
    const fitted = isNumber ? Number(value) : String(value);
    const fits = known.has(id) && checkAttributes(codebook, familyId, { [id]: fitted }) === null;
    if (fits) attributes[id] = fitted;
    else leftOut.push(id);
  }
  return { attributes, leftOut };
}

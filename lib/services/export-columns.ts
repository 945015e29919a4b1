import type { ExportAttribute } from "../db/export-annotations";
import { attributeIds, attributesOf, type Codebook } from "../domain/codebook/codebook";

type Version = { id: string; definition: Codebook };

/** The attributes of every codebook version, in the order they came up, with who may carry them. */
export function exportAttributes(versions: readonly Version[]): ExportAttribute[] {
  const ids = new Set(versions.flatMap(({ definition }) => attributeIds(definition)));
  return [...ids].map((id) => {
    const knownTo = versions.map((version) => ({
      codebookId: version.id,
      familyIds: familiesWith(version.definition, id),
    }));
    const [first] = knownTo;
    const rules = new Set(knownTo.map(({ familyIds }) => JSON.stringify(familyIds)));
    // Most codebooks never change this: the question is then asked of the family alone.
    return { id, knownTo: first && rules.size === 1 ? [{ ...first, codebookId: null }] : knownTo };
  });
}

/** Families whose spans may carry the attribute; null for all, a family of no codebook too. */
function familiesWith(codebook: Codebook, attributeId: string): string[] | null {
  if (codebook.commonAttributes.some(({ id }) => id === attributeId)) return null;
  return codebook.families
    .filter(({ id }) => attributesOf(codebook, id).some((one) => one.id === attributeId))
    .map(({ id }) => id);
}

import type { ExportAttribute } from "../db/export-annotations";
import {
  type AttributeDefinition,
  attributeIds,
  attributesOf,
  type Codebook,
  isNote,
} from "../domain/codebook/codebook";

type Version = { id: string; definition: Codebook };

/** The attributes of every codebook version, in the order they came up, with who may carry them. */
export function exportAttributes(versions: readonly Version[]): ExportAttribute[] {
  const ids = new Set(versions.flatMap(({ definition }) => attributeIds(definition)));
  return [...ids].map((id) => {
    const knownTo = versions.map((version) => ({
      codebookId: version.id,
      familyIds: familiesWith(version.definition, id),
    }));
    const kind = isNote(id)
      ? "note"
      : kindOf(versions.flatMap(({ definition }) => definitionsOf(definition, id)));
    const [first] = knownTo;
    const rules = new Set(knownTo.map(({ familyIds }) => JSON.stringify(familyIds)));
    // Most codebooks never change this: the question is then asked of the family alone.
    return {
      id,
      kind,
      knownTo: first && rules.size === 1 ? [{ ...first, codebookId: null }] : knownTo,
    };
  });
}

/** A number is one in all versions. */
function kindOf(definitions: readonly AttributeDefinition[]): ExportAttribute["kind"] {
  return definitions.every(({ kind }) => kind === "ordinal") ? "number" : "text";
}

function definitionsOf(codebook: Codebook, attributeId: string): AttributeDefinition[] {
  const all = [
    ...codebook.families.flatMap(({ attributes }) => attributes),
    ...codebook.commonAttributes,
  ];
  return all.filter(({ id }) => id === attributeId);
}

/** Families whose spans may carry the attribute; null for all, a family of no codebook too. */
function familiesWith(codebook: Codebook, attributeId: string): string[] | null {
  if (codebook.commonAttributes.some(({ id }) => id === attributeId)) return null;
  return codebook.families
    .filter(({ id }) => attributesOf(codebook, id).some((one) => one.id === attributeId))
    .map(({ id }) => id);
}

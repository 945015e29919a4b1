import "server-only";

import type { ExportQueryInput } from "../contracts/exports";
import { findPseudonyms } from "../db/export-filters";
import type { ExportSnapshot } from "../db/export-snapshot";
import type { Codebook } from "../domain/codebook/codebook";
import { AppError, type FieldError } from "../domain/errors";

type Named = Pick<ExportQueryInput, "family" | "tag" | "annotator">;

/**
 * A filter that names what the project never had is as good as misspelt: an empty file would pass for
 * the answer that nobody marked such a thing.
 * @throws {AppError} invalid for families and tags of no codebook version, or people not of the project
 */
export async function requireKnown(
  snapshot: ExportSnapshot,
  projectId: string,
  codebooks: readonly { definition: Codebook }[],
  { family, tag = [], annotator = [] }: Named,
): Promise<void> {
  const families = codebooks.flatMap(({ definition }) => definition.families);
  const tagIds = new Set(families.flatMap(({ tags }) => tags.map(({ id }) => id)));
  const isFamily = family === undefined || families.some(({ id }) => id === family);
  const known =
    annotator.length > 0
      ? await findPseudonyms((...query) => snapshot.find(...query), projectId, annotator)
      : [];
  const errors = [
    ...(isFamily ? [] : [unknownFamily(family)]),
    ...tag.filter((id) => !tagIds.has(id)).map(unknownTag),
    ...annotator.filter((name) => !known.includes(name)).map(unknownAnnotator),
  ];
  if (errors.length === 0) return;
  const message = errors[0]?.message ?? "";
  throw new AppError("invalid", message, { ...errors[0], errors });
}

function unknownFamily(family: string): FieldError {
  const message = `No codebook version of this project has the family “${family}”.`;
  return { path: "family", message, reason: "export_family_unknown", facts: { family } };
}

function unknownTag(tag: string): FieldError {
  const message = `No codebook version of this project has the tag “${tag}”.`;
  return { path: "tag", message, reason: "export_tag_unknown", facts: { tag } };
}

function unknownAnnotator(annotator: string): FieldError {
  const message = `Nobody in this project has the pseudonym “${annotator}”.`;
  return { path: "annotator", message, reason: "export_annotator_unknown", facts: { annotator } };
}

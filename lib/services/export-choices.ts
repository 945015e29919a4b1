import "server-only";

import { findCurrentCodebook } from "../db/codebooks";
import { listAnnotatorPseudonyms, listOutlets } from "../db/export-choices";
import { countTrainingLayers } from "../db/training-layers";
import type { Actor } from "../domain/access/actor";
import { can, type Role } from "../domain/access/policy";
import { requireUuid } from "../domain/access/uuid";
import { authorise, nothingHere } from "./access";

export type ExportChoices = {
  families: readonly { id: string; tagIds: readonly string[] }[];
  /** At most 200. */
  outlets: readonly string[];
  /** Pseudonyms. */
  annotators: readonly string[];
  /** Whether anything was handed in that was made to learn. */
  hasTrainingLayers: boolean;
  mayAskForIdentities: boolean;
};

/** What there is to narrow an export by. */
export async function listExportChoices(actor: Actor, projectId: string): Promise<ExportChoices> {
  const { role }: { role: Role } = await authorise(actor, "exports.read", requireUuid(projectId));
  const codebook = await findCurrentCodebook(projectId);
  if (!codebook) throw nothingHere();
  const [outlets, annotators, nTrainingLayers] = await Promise.all([
    listOutlets(projectId),
    listAnnotatorPseudonyms(projectId),
    countTrainingLayers(projectId),
  ]);
  const families = codebook.definition.families.map(({ id, tags }) => ({
    id,
    tagIds: tags.map((tag) => tag.id),
  }));
  return {
    ...{ families, outlets, annotators, hasTrainingLayers: nTrainingLayers > 0 },
    mayAskForIdentities: can(role, "exports.identities"),
  };
}

import "server-only";

import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";

import type { createProjectBody, patchProjectBody, ProjectDetail } from "../contracts/projects";
import { recordEvent } from "../db/audit";
import { inTransaction } from "../db/client";
import { insertCodebook } from "../db/codebooks";
import { putMembership } from "../db/members";
import { type Page, type PageRequest, toPage } from "../db/page";
import {
  countProject,
  findProject,
  insertProject,
  listProjectsOfUser,
  lockProject,
  updateProject as storeSettings,
} from "../db/projects";
import { findUser } from "../db/users";
import type { Actor } from "../domain/access/actor";
import type { Role } from "../domain/access/policy";
import { requireUuid } from "../domain/access/uuid";
import { definitionOf } from "../domain/codebook/presets/preset";
import { getPreset } from "../domain/codebook/presets/presets";
import { AppError } from "../domain/errors";
import { editTagOf, requireUnedited } from "../server/conditional";
import { authorise, nothingHere } from "./access";

type ProjectRow = NonNullable<Awaited<ReturnType<typeof findProject>>>;

async function describe(row: ProjectRow, role: Role): Promise<ProjectDetail> {
  const { id, name, annotatorsPerArticle, isOutletBlind, snapping, hasTrainingFeedback } = row;
  const settings = { annotatorsPerArticle, isOutletBlind, snapping, hasTrainingFeedback };
  const editTag = editTagOf({ name, ...settings });
  return { id, name, role, ...settings, editTag, counts: await countProject(id) };
}

export async function listProjects(
  actor: Actor,
  request: PageRequest,
): Promise<Page<ProjectDetail>> {
  const rows = await listProjectsOfUser(actor.userId, request);
  const page = toPage(rows, request.limit, (row) => row);
  const items = await Promise.all(
    page.items.map((row) => describe(row, row.memberships[0]?.role ?? "annotator")),
  );
  return { items, nextCursor: page.nextCursor };
}

export async function getProject(actor: Actor, projectId: string): Promise<ProjectDetail> {
  const { role } = await authorise(actor, "project.read", requireUuid(projectId));
  const row = await findProject(projectId);
  if (!row) throw nothingHere();
  return describe(row, role);
}

/** Creates a project with its first codebook version; who creates it is its admin. */
export async function createProject(
  actor: Actor,
  input: z.output<typeof createProjectBody>,
): Promise<ProjectDetail> {
  const user = await findUser(actor.userId);
  if (!user?.mayCreateProjects) {
    throw new AppError("forbidden", "Your account may not create projects: ask an admin.", {
      reason: "may_not_create_projects",
    });
  }
  const id = uuidv7();
  await inTransaction(async (tx) => {
    await insertProject(tx, { id, name: input.name });
    const definition = input.codebook ?? definitionOf(getPreset(input.preset ?? "default"));
    await insertCodebook(tx, { id: uuidv7(), projectId: id, definition });
    await putMembership(tx, { projectId: id, userId: actor.userId, role: "admin" });
    await recordEvent(
      { projectId: id, actorId: actor.userId, action: "project.created", subject: id },
      tx,
    );
  });
  return getProject(actor, id);
}

/**
 * Changes some of the settings.
 * @param ifMatch ETag or edit tag of what they were changed from; null to change them regardless
 * @throws {AppError} precondition_failed where somebody else has changed them since
 */
export async function updateProject(
  actor: Actor,
  projectId: string,
  settings: z.output<typeof patchProjectBody>,
  ifMatch: string | null = null,
): Promise<ProjectDetail> {
  const { role } = await authorise(actor, "project.edit", requireUuid(projectId));
  await inTransaction(async (tx) => {
    const row = await lockProject(tx, projectId);
    if (!row) throw nothingHere();
    const current = await describe(row, role);
    requireUnedited(ifMatch, current.editTag, current);
    await storeSettings(tx, projectId, settings);
    await recordEvent(
      {
        projectId,
        actorId: actor.userId,
        action: "project.settings",
        subject: projectId,
        detail: settings,
      },
      tx,
    );
  });
  return getProject(actor, projectId);
}

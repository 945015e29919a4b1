import { db, type Tx } from "./client";
import { type PageRequest, pageArguments } from "./page";

export type ProjectSettings = {
  name?: string;
  annotatorsPerArticle?: number;
  isOutletBlind?: boolean;
  snapping?: string;
  hasTrainingFeedback?: boolean;
};

export async function insertProject(tx: Tx, project: { id: string; name: string }): Promise<void> {
  await tx.project.create({ data: project });
}

export function findProject(projectId: string) {
  return db().project.findUnique({ where: { id: projectId } });
}

/** The project, whose settings nobody else changes until the transaction ends. */
export async function lockProject(tx: Tx, projectId: string) {
  await tx.$queryRaw`SELECT id FROM "Project" WHERE id = ${projectId}::uuid FOR NO KEY UPDATE`;
  return tx.project.findUnique({ where: { id: projectId } });
}

export function listProjectsOfUser(userId: string, request: PageRequest) {
  return db().project.findMany({
    where: { memberships: { some: { userId, removedAt: null } } },
    include: {
      memberships: { where: { userId, removedAt: null }, select: { role: true } },
    },
    ...pageArguments(request),
  });
}

export async function updateProject(
  tx: Tx,
  projectId: string,
  settings: ProjectSettings,
): Promise<void> {
  // A setting that is left out must stay out: undefined is an error here, not "no change".
  const data = Object.fromEntries(
    Object.entries(settings).filter(([, value]) => value !== undefined),
  );
  await tx.project.update({ where: { id: projectId }, data });
}

export async function countProject(projectId: string) {
  const where = { projectId };
  const [
    articles,
    assignments,
    submitted,
    openDisagreements,
    decidedDisagreements,
    members,
    reopenRequests,
  ] = await Promise.all([
    db().article.count({ where }),
    db().assignment.count({ where }),
    db().assignment.count({ where: { projectId, status: "submitted" } }),
    db().disagreement.count({ where: { projectId, status: { in: ["open", "stale"] } } }),
    db().disagreement.count({ where: { projectId, status: "decided" } }),
    db().membership.count({ where: { projectId, removedAt: null } }),
    db().reopenRequest.count({ where: { projectId, isOpen: true } }),
  ]);
  return {
    articles,
    assignments,
    submitted,
    openDisagreements,
    decidedDisagreements,
    members,
    reopenRequests,
  };
}

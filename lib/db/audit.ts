import { v7 as uuidv7 } from "uuid";

import type { AccountAction, AuditAction } from "../domain/audit/actions";
import { db, type Tx } from "./client";
import { fromJson, toJson } from "./json";
import type { PageRequest } from "./page";

type NewEvent = {
  projectId: string | null;
  actorId: string | null;
  action: AuditAction | AccountAction;
  subject: string;
  detail?: unknown;
};

/** Appends to the project's audit trail; part of the caller's transaction, so that both stand or fall. */
export async function recordEvent(event: NewEvent, tx: Tx = db()): Promise<void> {
  await tx.auditEvent.create({
    data: {
      id: uuidv7(),
      projectId: event.projectId,
      actorId: event.actorId,
      action: event.action,
      subject: event.subject,
      detail: toJson(event.detail ?? {}),
    },
  });
}

/** As `recordEvent`, unless the same was recorded before on the same day, in UTC. */
export async function recordEventOfDay(event: NewEvent & { projectId: string }): Promise<void> {
  const { projectId, actorId, action, subject, detail = {} } = event;
  const msecs = new Date().setUTCHours(0, 0, 0, 0);
  const firstOfDay = uuidv7({ msecs, random: new Uint8Array(16), seq: 0 });
  const before = await db().auditEvent.findFirst({
    where: {
      projectId,
      actorId,
      action,
      subject,
      id: { gte: firstOfDay },
      detail: { equals: toJson(detail) },
    },
    select: { id: true },
  });
  if (!before) await recordEvent(event);
}

/** A project's events, the latest first; ids sort by time. */
export async function listEvents(
  projectId: string,
  { cursor, limit, action }: PageRequest & { action?: AuditAction },
) {
  const rows = await db().auditEvent.findMany({
    where: {
      projectId,
      ...(action === undefined ? {} : { action }),
      ...(cursor === undefined ? {} : { id: { lt: cursor } }),
    },
    orderBy: { id: "desc" },
    take: limit + 1,
  });
  return rows.map((row) => ({ ...row, detail: fromJson<Record<string, unknown>>(row.detail) }));
}

/** The people, former members included, and what they are called. */
export async function namesOfPeople(projectId: string, userIds: readonly string[]) {
  const rows = await db().user.findMany({
    where: { id: { in: [...userIds] } },
    select: {
      id: true,
      name: true,
      memberships: { where: { projectId }, select: { pseudonym: true } },
    },
  });
  return new Map(
    rows.map(({ id, name, memberships }) => [
      id,
      { name, pseudonym: memberships[0]?.pseudonym ?? null },
    ]),
  );
}

/**
 * What ids of the project stand for: the title of the article that an assignment or disagreement
 * is about, or the number of a release or codebook version, as `#2`.
 */
export async function namesBehind(
  projectId: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const where = { projectId, id: { in: [...ids] } };
  const titled = { where, select: { id: true, article: { select: { title: true } } } };
  const numbered = { where, select: { id: true, number: true } };
  const [assignments, disagreements, releases, codebooks] = await Promise.all([
    db().assignment.findMany(titled),
    db().disagreement.findMany(titled),
    db().release.findMany(numbered),
    db().codebookVersion.findMany(numbered),
  ]);
  return new Map([
    ...[...assignments, ...disagreements].map(({ id, article }) => [id, article.title] as const),
    ...[...releases, ...codebooks].map(({ id, number }) => [id, `#${number}`] as const),
  ]);
}

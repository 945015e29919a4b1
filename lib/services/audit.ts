import "server-only";

import type { z } from "zod";

import type { AuditItem, auditQuery } from "../contracts/audit";
import { listEvents, namesOfPeople, namesBehind } from "../db/audit";
import { type Page, toPage } from "../db/page";
import type { Actor } from "../domain/access/actor";
import { isUuid, requireUuid } from "../domain/access/uuid";
import { authorise } from "./access";

/** Who did what in the project and when, the latest first. */
export async function listAuditEvents(
  actor: Actor,
  projectId: string,
  query: z.output<typeof auditQuery>,
): Promise<Page<AuditItem>> {
  await authorise(actor, "audit.read", requireUuid(projectId));
  const page = toPage(await listEvents(projectId, query), query.limit, (row) => row);
  const subjects = page.items.map(({ subject }) => subject).filter(isUuid);
  const actors = page.items.flatMap(({ actorId }) => actorId ?? []);
  const [people, names] = await Promise.all([
    namesOfPeople(projectId, [...new Set([...subjects, ...actors])]),
    namesBehind(projectId, [...new Set(subjects)]),
  ]);
  const items = page.items.map(({ id, createdAt, actorId, action, subject, detail }) => {
    const who = actorId === null ? undefined : people.get(actorId);
    return {
      id,
      at: createdAt.toISOString(),
      actor: actorId !== null && who ? { userId: actorId, ...who } : null,
      action,
      subject,
      subjectName: people.get(subject)?.name ?? names.get(subject) ?? null,
      detail: Object.fromEntries(
        Object.entries(detail).map(([name, value]) => [name, toParticular(value)]),
      ),
    };
  });
  return { items, nextCursor: page.nextCursor };
}

/** An import names thousands of articles; their number is what a reader can use. */
function toParticular(value: unknown): AuditItem["detail"][string] {
  if (Array.isArray(value)) return value.length;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
    return value;
  }
  return value === null || value === undefined ? null : JSON.stringify(value);
}

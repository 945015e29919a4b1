import { v7 as uuidv7 } from "uuid";

import type { SpanLink } from "../domain/spans/links";
import type { Tx } from "./client";

type Home = { projectId: string; assignmentId: string };

/** Brings the links that lead from these spans in line with what the spans now say. */
export async function replaceLinks(
  tx: Tx,
  { projectId, assignmentId }: Home,
  spans: readonly { id: string; links: readonly SpanLink[] }[],
  now: Date,
): Promise<void> {
  const standing = await tx.link.findMany({
    where: {
      projectId,
      assignmentId,
      removedAt: null,
      fromSpanId: { in: spans.map(({ id }) => id) },
    },
  });
  const keyOf = (from: string, kind: string, to: string) => `${from} ${kind} ${to}`;
  const wanted = new Map(
    spans.flatMap(({ id, links }) =>
      links.map(({ kind, toSpanId }) => [
        keyOf(id, kind, toSpanId),
        { fromSpanId: id, kind, toSpanId },
      ]),
    ),
  );
  const gone = standing.filter(
    ({ fromSpanId, kind, toSpanId }) => !wanted.has(keyOf(fromSpanId, kind, toSpanId)),
  );
  for (const { fromSpanId, kind, toSpanId } of standing) {
    wanted.delete(keyOf(fromSpanId, kind, toSpanId));
  }
  if (gone.length > 0) {
    await tx.link.updateMany({
      where: { projectId, id: { in: gone.map(({ id }) => id) } },
      data: { removedAt: now },
    });
  }
  if (wanted.size > 0) {
    await tx.link.createMany({
      data: [...wanted.values()].map((link) => ({
        ...link,
        id: uuidv7(),
        projectId,
        assignmentId,
        createdAt: now,
      })),
    });
  }
}

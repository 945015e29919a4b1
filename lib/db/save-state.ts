import type { LayerSpan } from "../domain/annotation/layer";
import type { Tx } from "./client";
import type { StoredOperation } from "./operations";

/** What there is before operations are saved. */
export type SaveState = {
  /** By id, those of the operations that are in the log, of whichever layer. */
  known: Map<string, StoredOperation>;
  /** Every span of the layer, removed ones marked. */
  layer: Map<string, LayerSpan>;
  /** Ids among the asked that stand in another layer. */
  foreignSpanIds: Set<string>;
};

type Row = { operations: StoredOperation[]; spans: LayerSpan[]; foreign: string[] };

/**
 * Looks all of it up in one statement: each takes its turn on a busy machine, and every stroke asks.
 * The caller holds the lock on the layer.
 */
export async function findSaveState(
  tx: Tx,
  { projectId, assignmentId }: { projectId: string; assignmentId: string },
  { ids, spanIds }: { ids: readonly string[]; spanIds: readonly string[] },
): Promise<SaveState> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT
      (SELECT coalesce(json_agg(json_build_object('id', o.id, 'assignmentId', o."assignmentId",
          'authorId', o."authorId", 'spanId', o."spanId", 'payload', o.payload,
          'result', o.result, 'revision', o.revision, 'problem', o.problem)), '[]')
        FROM "Operation" o WHERE o.id = ANY(${ids}::uuid[])) AS operations,
      (SELECT coalesce(json_agg(json_build_object('id', s.id, 'segment', s.segment,
          'start', s.start, 'end', s."end", 'quote', s.quote, 'tagId', s."tagId",
          'attributes', s.attributes, 'revision', s.revision,
          'isRemoved', s."removedAt" IS NOT NULL)), '[]')
        FROM "Span" s
        WHERE s."projectId" = ${projectId}::uuid AND s."assignmentId" = ${assignmentId}::uuid
      ) AS spans,
      (SELECT coalesce(json_agg(s.id), '[]') FROM "Span" s
        WHERE s.id = ANY(${spanIds}::uuid[]) AND s."assignmentId" <> ${assignmentId}::uuid
      ) AS "foreign"`;
  const { operations = [], spans = [], foreign = [] } = row ?? {};
  return {
    known: new Map(operations.map((one) => [one.id, one])),
    layer: new Map(spans.map((one) => [one.id, one])),
    foreignSpanIds: new Set(foreign),
  };
}

import type { LayerSpan } from "../domain/annotation/layer";
import { withoutLinks } from "../domain/spans/links";
import type { Attributes, Span } from "../domain/spans/span";
import type { SpanPlace } from "../domain/spans/span-place";
import { db, type Tx } from "./client";
import { fromJson, toJson } from "./json";

type SpanRow = Awaited<ReturnType<ReturnType<typeof db>["span"]["findFirstOrThrow"]>>;

function toSpan(row: SpanRow): Span {
  return {
    id: row.id,
    segment: row.segment,
    start: row.start,
    end: row.end,
    quote: row.quote,
    tagId: row.tagId,
    attributes: fromJson<Attributes>(row.attributes),
    revision: row.revision,
  };
}

/** Every span an annotator ever made on the article, removed ones marked. */
export async function findLayer(
  projectId: string,
  assignmentId: string,
  tx: Tx = db(),
): Promise<Map<string, LayerSpan>> {
  const rows = await tx.span.findMany({ where: { projectId, assignmentId } });
  return new Map(
    rows.map((row) => [row.id, { ...toSpan(row), isRemoved: row.removedAt !== null }]),
  );
}

/**
 * Present spans of submitted layers, as others judge them: without links between them. Layers that
 * were made to learn judge nothing, and aren't there.
 */
export async function findSubmittedSpans(projectId: string, articleId: string, tx: Tx = db()) {
  const rows = await tx.assignment.findMany({
    where: { projectId, articleId, status: "submitted", isTraining: false },
    select: {
      annotatorId: true,
      codebookVersionId: true,
      submittedAt: true,
      codebookVersion: { select: { number: true } },
      spans: { where: { removedAt: null }, orderBy: { id: "asc" } },
    },
    orderBy: { id: "asc" },
  });
  return rows.map((row) => ({
    annotatorId: row.annotatorId,
    codebookVersionId: row.codebookVersionId,
    codebookNumber: row.codebookVersion.number,
    submittedOn: row.submittedAt?.toISOString().slice(0, 10) ?? null,
    spans: row.spans.map((span) => {
      const { attributes, ...rest } = toSpan(span);
      return { ...rest, attributes: withoutLinks(attributes) };
    }),
  }));
}

type Home = { projectId: string; assignmentId: string };
/** A span as it is stored: with what follows from its tag and its place. */
export type StoredSpan = LayerSpan & { familyId: string; place: SpanPlace };

export async function insertSpans(
  tx: Tx,
  { projectId, assignmentId }: Home,
  spans: readonly StoredSpan[],
  now: Date,
): Promise<void> {
  await tx.span.createMany({
    data: spans.map(({ isRemoved, attributes, place, ...span }) => ({
      ...span,
      ...place,
      projectId,
      assignmentId,
      attributes: toJson(attributes),
      removedAt: isRemoved ? now : null,
      createdAt: now,
      updatedAt: now,
    })),
  });
}

/** @returns whether the span still stood at `baseRevision`; if not, nothing was changed */
export async function updateSpan(
  tx: Tx,
  { projectId, assignmentId }: Home,
  span: StoredSpan,
  baseRevision: number,
  now: Date,
): Promise<boolean> {
  const { count } = await tx.span.updateMany({
    where: { id: span.id, projectId, assignmentId, revision: baseRevision },
    data: {
      start: span.start,
      end: span.end,
      quote: span.quote,
      ...span.place,
      tagId: span.tagId,
      familyId: span.familyId,
      attributes: toJson(span.attributes),
      revision: span.revision,
      removedAt: span.isRemoved ? now : null,
      updatedAt: now,
    },
  });
  return count === 1;
}

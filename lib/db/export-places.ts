import type { SpanPlace } from "../domain/spans/span-place";
import type { SegmentName, TextRange } from "../domain/spans/span";
import { db } from "./client";

const batchSize = 2000;

type Unplaced = TextRange & { id: string; articleId: string; segment: SegmentName };

/** Spans without a stored place, a batch of them. */
export function findUnplacedSpans(projectId: string): Promise<Unplaced[]> {
  return db().$queryRaw<Unplaced[]>`
    SELECT s.id, g."articleId", s.segment, s.start, s."end"
    FROM "Span" s JOIN "Assignment" g ON g."projectId" = s."projectId" AND g.id = s."assignmentId"
    WHERE s."projectId" = ${projectId}::uuid AND s.sentence IS NULL
    LIMIT ${batchSize}`;
}

/** Stores places in one statement; a span that has moved on meanwhile keeps what it has. */
export async function storePlaces(
  projectId: string,
  places: readonly (Unplaced & SpanPlace)[],
): Promise<void> {
  await db().$executeRaw`
    UPDATE "Span" s SET "startUtf16" = p."startUtf16", "endUtf16" = p."endUtf16",
      prefix = p.prefix, suffix = p.suffix, paragraph = p.paragraph, sentence = p.sentence
    FROM jsonb_to_recordset(${JSON.stringify(places)}::jsonb) AS p(id uuid, start int, "end" int,
      "startUtf16" int, "endUtf16" int, prefix text, suffix text, paragraph int, sentence int)
    WHERE s.id = p.id AND s."projectId" = ${projectId}::uuid
      AND s.start = p.start AND s."end" = p."end"`;
}

import { db } from "./client";

export type ProgressRow = {
  projectId: string;
  projectName: string;
  nAssigned: number;
  nInProgress: number;
  nReturned: number;
  nSubmitted: number;
  /** Submitted with active time measured. */
  nMeasured: number;
  activeSeconds: number;
  nMeasuredCodePoints: number;
  nRemainingCodePoints: number;
};

/** One row for each project that the person annotates in and has articles of, by project id. */
export function listProgress(annotatorId: string): Promise<ProgressRow[]> {
  return db().$queryRaw<ProgressRow[]>`
    SELECT a."projectId", p.name AS "projectName",
      count(*) FILTER (WHERE a.status = 'assigned')::int AS "nAssigned",
      count(*) FILTER (WHERE a.status = 'in_progress')::int AS "nInProgress",
      count(*) FILTER (WHERE a.status = 'returned')::int AS "nReturned",
      count(*) FILTER (WHERE a.status = 'submitted')::int AS "nSubmitted",
      count(*) FILTER (WHERE a.status = 'submitted' AND a."activeSeconds" > 0)::int AS "nMeasured",
      coalesce(sum(a."activeSeconds") FILTER (WHERE a.status = 'submitted'), 0)::float8
        AS "activeSeconds",
      coalesce(sum(r."nCodePoints")
        FILTER (WHERE a.status = 'submitted' AND a."activeSeconds" > 0), 0)::float8
        AS "nMeasuredCodePoints",
      coalesce(sum(r."nCodePoints") FILTER (WHERE a.status <> 'submitted'), 0)::float8
        AS "nRemainingCodePoints"
    FROM "Assignment" a
    JOIN "Membership" m ON m."projectId" = a."projectId" AND m."userId" = a."annotatorId"
      AND m.role = 'annotator' AND m."removedAt" IS NULL
    JOIN "Article" r ON r."projectId" = a."projectId" AND r.id = a."articleId"
    JOIN "Project" p ON p.id = a."projectId"
    WHERE a."annotatorId" = ${annotatorId}::uuid
    GROUP BY a."projectId", p.name
    ORDER BY a."projectId"`;
}

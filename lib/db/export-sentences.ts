import { copyLines } from "./export-select";
import { literal } from "./export-select";
import type { SegmentName } from "../domain/spans/span";

/** An article with its submitted layers, as soft labels need it. */
export type VotedArticle = {
  id: string;
  title: string;
  body: string;
  /** Newest codebook version that a layer was made under. */
  codebookId: string;
  layers: {
    annotator: string;
    spans: [segment: SegmentName, start: number, end: number, tagId: string][];
  }[];
};

/** `COPY` of the articles that somebody has handed in, a JSON `VotedArticle` to a line, in order. */
export function copyVotedArticles(projectId: string): string {
  return copyLines(`SELECT json_build_object('id', a.id, 'title', a.title, 'body', a.body,
      'codebookId', votes."codebookId", 'layers', votes.layers)
    FROM "Article" a CROSS JOIN LATERAL (
      SELECT (array_agg(c.id ORDER BY c.number DESC))[1] AS "codebookId",
        json_agg(json_build_object('annotator', coalesce(m.pseudonym, ''), 'spans', coalesce((
          SELECT json_agg(json_build_array(s.segment, s.start, s."end", s."tagId"))
          FROM "Span" s WHERE s."projectId" = g."projectId" AND s."assignmentId" = g.id
            AND s."removedAt" IS NULL), '[]'))
          ORDER BY m.pseudonym COLLATE "C", g.id) AS layers
      FROM "Assignment" g
      JOIN "CodebookVersion" c ON c."projectId" = g."projectId" AND c.id = g."codebookVersionId"
      LEFT JOIN "Membership" m ON m."projectId" = g."projectId" AND m."userId" = g."annotatorId"
      WHERE g."articleId" = a.id AND g."projectId" = a."projectId" AND g.status = 'submitted'
    ) AS votes
    WHERE a."projectId" = ${literal(projectId)}::uuid AND votes.layers IS NOT NULL
    ORDER BY a.id`);
}

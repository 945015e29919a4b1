import type { Ruling } from "../domain/review/ruled-spans";
import type { Attributes, SegmentName, TextRange } from "../domain/spans/span";
import {
  articleIs,
  copyLines,
  type ExportScope,
  layerIs,
  limitTo,
  spanOrder,
  tagIs,
} from "./export-select";

/** A span as other tools' formats need it; attributes as they are stored. */
export type LayeredSpan = TextRange & {
  id: string;
  segment: SegmentName;
  quote: string;
  tagId: string;
  familyId: string;
  attributes: Attributes;
};

/** An article with layers on it, in the order of their pseudonyms. */
export type LayeredArticle = {
  id: string;
  externalId: string;
  title: string;
  body: string;
  language: string;
  layers: { annotator: string; codebookId: string; spans: LayeredSpan[] }[];
};

/** An article with its submitted layers and what reviewers said, as soft labels need it. */
export type VotedArticle = {
  id: string;
  title: string;
  body: string;
  /** Newest codebook version that a layer was made under. */
  codebookId: string;
  layers: {
    annotator: string;
    spans: [segment: SegmentName, start: number, end: number, tagId: string, id: string][];
  }[];
  rulings: Ruling[];
};

/** `COPY` of the articles with layers, a JSON `LayeredArticle` to a line, in id order. */
export function copyLayeredArticles(scope: ExportScope): string {
  const span = `json_build_object('id', s.id, 'segment', s.segment, 'start', s.start,
    'end', s."end", 'quote', s.quote, 'tagId', s."tagId", 'familyId', s."familyId",
    'attributes', s.attributes)`;
  return copyArticles(scope, {
    cells: `'externalId', a."externalId", 'language', a.language`,
    layer: `'codebookId', g."codebookVersionId",
      'spans', coalesce((SELECT json_agg(${span} ORDER BY ${spanOrder("s")}) ${spansOf(scope)}), '[]')`,
    more: "",
  });
}

/** `COPY` of the articles that somebody has handed in, a JSON `VotedArticle` to a line. */
export function copyVotedArticles(scope: ExportScope): string {
  // What is narrowed by tag still needs every vote.
  const everything: ExportScope = {
    ...{ ...scope, familyId: null, tagIds: null, status: "submitted", training: "without" },
  };
  const span = `json_build_array(s.segment, s.start, s."end", s."tagId", s.id)`;
  return copyArticles(everything, {
    cells: `'codebookId', work."codebookId", 'rulings', ${rulings}`,
    layer: `'spans', coalesce((SELECT json_agg(${span}) ${spansOf(everything)}), '[]')`,
    more: `, (array_agg(c.id ORDER BY c.number DESC))[1] AS "codebookId"`,
  });
}

/** `COPY` of ids and bodies, a JSON object to a line. */
export function copyTexts(scope: ExportScope): string {
  return copyLines(`SELECT json_build_object('id', a.id, 'body', a.body)
    FROM "Article" a WHERE ${articleIs(scope)} ORDER BY a.id ${limitTo(scope.nFirst)}`);
}

const spansOf = (scope: ExportScope) => `FROM "Span" s
  WHERE s."projectId" = g."projectId" AND s."assignmentId" = g.id AND s."removedAt" IS NULL
    ${tagIs(scope)}`;

const rulings = `coalesce((
  SELECT json_agg(json_build_object('outcome', d.outcome,
    'tagIds', (SELECT coalesce(json_agg(DISTINCT one.span ->> 'tagId'), '[]')
      FROM jsonb_array_elements(d.spans) AS one(span)),
    'spanIds', (SELECT coalesce(json_agg(one.member ->> 'spanId'), '[]')
      FROM jsonb_array_elements(q.members) AS one(member))))
  FROM "Disagreement" q CROSS JOIN LATERAL (
    SELECT * FROM "Decision" one WHERE one."disagreementId" = q.id
    ORDER BY one."baseRevision" DESC LIMIT 1) d
  WHERE q."articleId" = a.id AND q."projectId" = a."projectId" AND q.status = 'decided'), '[]')`;

function copyArticles(
  scope: ExportScope,
  { cells, layer, more }: { cells: string; layer: string; more: string },
): string {
  return copyLines(`SELECT json_build_object('id', a.id, 'title', a.title, 'body', a.body,
      'layers', work.layers, ${cells})
    ${articlesWithLayers(scope, {
      layers: `json_agg(json_build_object('annotator', coalesce(m.pseudonym, ''), ${layer})
        ORDER BY m.pseudonym COLLATE "C", g.id)`,
      more,
    })}
    ORDER BY a.id ${limitTo(scope.nFirst)}`);
}

function articlesWithLayers(
  scope: ExportScope,
  { layers, more }: { layers: string; more: string },
): string {
  return `FROM "Article" a CROSS JOIN LATERAL (
      SELECT ${layers} AS layers ${more}
      FROM "Assignment" g
      JOIN "CodebookVersion" c ON c."projectId" = g."projectId" AND c.id = g."codebookVersionId"
      LEFT JOIN "Membership" m ON m."projectId" = g."projectId" AND m."userId" = g."annotatorId"
      WHERE g."articleId" = a.id AND g."projectId" = a."projectId" ${layerIs(scope)}
    ) AS work
    WHERE ${articleIs(scope)} AND work.layers IS NOT NULL`;
}

/** Articles that a file made by article has something of, as the source of a count. */
export function layeredArticles(scope: ExportScope): string {
  return `FROM "Article" a WHERE ${articleIs(scope)} AND EXISTS (
    SELECT FROM "Assignment" g
    WHERE g."articleId" = a.id AND g."projectId" = a."projectId" ${layerIs(scope)})`;
}

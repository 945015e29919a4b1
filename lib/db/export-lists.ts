import {
  annotatorFields,
  answerFields,
  articleFields,
  assignmentFields,
  disagreementFields,
  identityFields,
  linkFields,
} from "../domain/formats/export-list-fields";
import {
  articleIs,
  cellsOf,
  type ExportQuery,
  type ExportScope,
  layerOrder,
  layersOf,
  literal,
  uuids,
} from "./export-select";

/** Standing spans of the layers that `condition` picks. */
const countSpans = (condition: string) => `(SELECT count(*) FROM "Assignment" o
  JOIN "Span" s ON s."projectId" = o."projectId" AND s."assignmentId" = o.id
    AND s."removedAt" IS NULL
  WHERE ${condition})`;
const ofArticle = 'o."articleId" = a.id';
const ofMember = 'o."annotatorId" = m."userId" AND o."projectId" = m."projectId"';
// What was made to learn is nobody's word on the article.
const submitted = `o.status = 'submitted' AND NOT o."isTraining"`;

export function articlesQuery(scope: ExportScope): ExportQuery {
  const cells = cellsOf(articleFields, {
    article_id: "a.id",
    external_id: 'a."externalId"',
    version: "a.version",
    title: "a.title",
    outlet: "a.outlet",
    url: "a.url",
    published_on: 'a."publishedOn"',
    language: "a.language",
    sha256: "a.sha256",
    n_code_points: 'a."nCodePoints"',
    n_assigned: `(SELECT count(*) FROM "Assignment" o WHERE ${ofArticle})`,
    n_submitted: `(SELECT count(*) FROM "Assignment" o WHERE ${ofArticle} AND ${submitted})`,
    n_spans: countSpans(`${ofArticle} AND ${submitted}`),
    n_open_disagreements: `(SELECT count(*) FROM "Disagreement" d
      WHERE d."articleId" = a.id AND d.status IN ('open', 'stale'))`,
  });
  return { cells, source: `FROM "Article" a WHERE ${articleIs(scope)}`, order: "a.id" };
}

/** One row per layer, so that a submitted article without spans is seen too. */
export function assignmentsQuery(scope: ExportScope): ExportQuery {
  const cells = cellsOf(assignmentFields, {
    assignment_id: "g.id",
    article_id: "a.id",
    annotator_id: "m.pseudonym",
    status: "g.status",
    n_spans: countSpans("o.id = g.id"),
    assigned_at: 'g."assignedAt"',
    started_at: 'g."startedAt"',
    submitted_at: 'g."submittedAt"',
    active_seconds: 'g."activeSeconds"',
  });
  return { cells, source: `FROM ${layersOf(scope)}`, order: layerOrder };
}

/**
 * Who annotates, or ever was given an article; who has left keeps their row.
 * @param hasIdentities everybody of the project, reviewers too, with name and address
 */
export function annotatorsQuery(
  { projectId, annotatorIds }: ExportScope,
  hasIdentities = false,
): ExportQuery {
  const layers = `"Assignment" o WHERE ${ofMember}`;
  const cells = cellsOf(annotatorFields, {
    annotator_id: "m.pseudonym",
    role: "m.role",
    joined_at: 'm."createdAt"',
    n_assigned: `(SELECT count(*) FROM ${layers})`,
    n_submitted: `(SELECT count(*) FROM ${layers} AND ${submitted})`,
    n_spans: countSpans(`${ofMember} AND ${submitted}`),
    active_seconds: `(SELECT coalesce(sum(o."activeSeconds"), 0) FROM ${layers} AND ${submitted})`,
  });
  const identity = cellsOf(identityFields, { name: "u.name", email: "u.email" });
  const isAnnotator = `AND (m.role = 'annotator' OR EXISTS (SELECT FROM ${layers}))`;
  const isAsked = annotatorIds ? `AND m."userId" IN (${uuids(annotatorIds)})` : "";
  const source = `FROM "Membership" m JOIN "User" u ON u.id = m."userId"
    WHERE m."projectId" = ${literal(projectId)}::uuid
    ${hasIdentities ? "" : isAnnotator} ${isAsked}`;
  const order = `m.pseudonym COLLATE "C"`;
  return { cells: hasIdentities ? [...cells, ...identity] : cells, source, order };
}

/** Answers to the questions about a whole article, a row to a value. */
export function answersQuery(scope: ExportScope): ExportQuery {
  const cells = cellsOf(answerFields, {
    assignment_id: "g.id",
    article_id: "a.id",
    annotator_id: "m.pseudonym",
    assignment_status: "g.status",
    codebook_version: "c.number",
    question_id: 'w."questionId"',
    position: "given.position",
    value: "given.value",
    updated_at: 'w."updatedAt"',
  });
  const source = `FROM ${layersOf(scope)}
    JOIN "Answer" w ON w."assignmentId" = g.id
    CROSS JOIN LATERAL jsonb_array_elements_text(
      CASE jsonb_typeof(w.value) WHEN 'array' THEN w.value ELSE jsonb_build_array(w.value) END
    ) WITH ORDINALITY AS given(value, position)`;
  const order = `${layerOrder}, w."questionId" COLLATE "C", given.position`;
  return { cells, source, order };
}

/** Links between spans that stand. */
export function linksQuery(scope: ExportScope): ExportQuery {
  const cells = cellsOf(linkFields, {
    link_id: "k.id",
    assignment_id: "g.id",
    article_id: "a.id",
    annotator_id: "m.pseudonym",
    assignment_status: "g.status",
    kind: "k.kind",
    from_annotation_id: 'k."fromSpanId"',
    to_annotation_id: 'k."toSpanId"',
    created_at: 'k."createdAt"',
  });
  const stands = (end: string) => `EXISTS (SELECT FROM "Span" s
    WHERE s."assignmentId" = g.id AND s.id = k.${end} AND s."removedAt" IS NULL)`;
  const source = `FROM ${layersOf(scope)}
    JOIN "Link" k ON k."projectId" = g."projectId" AND k."assignmentId" = g.id
      AND k."removedAt" IS NULL AND ${stands('"fromSpanId"')} AND ${stands('"toSpanId"')}`;
  return { cells, source, order: `${layerOrder}, k.id` };
}

/** Disagreements that stand, each with its latest decision. */
export function disagreementsQuery(scope: ExportScope): ExportQuery {
  const cells = cellsOf(disagreementFields, {
    project_id: 'a."projectId"',
    article_id: "a.id",
    article_sha256: "a.sha256",
    disagreement_id: "q.id",
    family: 'q."familyId"',
    kind: "q.kind",
    segment: "q.segment",
    start: "q.start",
    end: 'q."end"',
    offset_unit: "'codepoint'",
    status: "q.status",
    tags: `array_to_string(q."tagIds", ' ')`,
    annotation_ids: `(SELECT string_agg(one.member ->> 'spanId', ' ' ORDER BY one.position)
      FROM jsonb_array_elements(q.members) WITH ORDINALITY AS one(member, position))`,
    outcome: "d.outcome",
    decided_by: "m.pseudonym",
    decided_at: 'd."decidedAt"',
    rule_cited: 'd."ruleCited"',
    comment: "d.comment",
    created_at: 'q."createdAt"',
  });
  const { familyId, tagIds } = scope;
  const byTag = [
    familyId === null ? "" : `AND q."familyId" = ${literal(familyId)}`,
    tagIds ? `AND q."tagIds" && ARRAY[${tagIds.map(literal).join(", ")}]` : "",
  ].join(" ");
  const source = `FROM "Article" a
    JOIN "Disagreement" q ON q."projectId" = a."projectId" AND q."articleId" = a.id
      AND ${articleIs(scope)} AND q.status <> 'superseded' ${byTag}
    LEFT JOIN LATERAL (SELECT * FROM "Decision" one WHERE one."disagreementId" = q.id
      ORDER BY one."baseRevision" DESC LIMIT 1) d ON true
    LEFT JOIN "Membership" m ON m."projectId" = q."projectId" AND m."userId" = d."decidedById"`;
  return { cells, source, order: 'a.id, q.segment, q.start, q."end" DESC, q.id' };
}

import { annotationFields, goldFields } from "../domain/formats/export-fields";
import {
  articleIs,
  cellsOf,
  type ExportCell,
  type ExportQuery,
  type ExportScope,
  layerOrder,
  layersOf,
  literal,
  spanOrder,
  tagIs,
} from "./export-select";

/** An attribute of the project's codebooks, and which spans may carry it. */
export type ExportAttribute = {
  id: string;
  /** "note": the annotator's remark. */
  kind: "text" | "number" | "note";
  /** Codebook version (null is each) and the families in it (null is all, [] none). */
  knownTo: readonly { codebookId: string | null; familyIds: readonly string[] | null }[];
};

// A change of family leaves the old family's answers on the span; they say nothing about it now.
function isKnown({ knownTo }: ExportAttribute): string {
  const places = knownTo.map(({ codebookId, familyIds }) => {
    const version =
      codebookId === null ? "true" : `l."codebookVersionId" = ${literal(codebookId)}::uuid`;
    if (!familyIds) return version;
    const families = familyIds.map(literal).join(", ");
    const family = familyIds.length > 0 ? `s."familyId" IN (${families})` : "false";
    return version === "true" ? family : `(${version} AND ${family})`;
  });
  return places.length > 0 ? places.join(" OR ") : "false";
}

/** Of layers, what stands in each of their rows. */
const layerColumns = [
  ...['a."projectId"', 'a.id AS "articleId"', 'a."externalId"', "a.title", "a.outlet", "a.url"],
  ...['a."publishedOn"', "a.sha256", "g.id", "g.status", 'g."submittedAt"'],
  ...['g."codebookVersionId"', "c.number", "m.pseudonym"],
].join(", ");

/**
 * One row per standing span of each layer. Cost: linear in the spans, one layer in memory.
 *
 * Sorted where little is known yet: first the layers, then the spans within each. A sort of whole
 * records takes more time than all the rest, since every cell is worked out and copied for it. What
 * depends on a row of `l` can only be joined in a loop over `l`, so the order stays.
 */
export function annotationsQuery(
  scope: ExportScope,
  attributes: readonly ExportAttribute[],
): ExportQuery {
  const attribute = (one: ExportAttribute, name: string): ExportCell =>
    attributeCell(scope, one, name, isKnown(one));
  const cells: ExportCell[] = cellsOf(annotationFields, {
    project_id: 'l."projectId"',
    codebook_version: "l.number",
    article_id: 'l."articleId"',
    article_external_id: 'l."externalId"',
    article_title: "l.title",
    outlet: "l.outlet",
    url: "l.url",
    published_on: 'l."publishedOn"',
    article_sha256: "l.sha256",
    annotation_id: "s.id",
    annotator_id: "l.pseudonym",
    assignment_status: "l.status",
    family: 's."familyId"',
    tag: 's."tagId"',
    segment: "s.segment",
    start: "s.start",
    end: 's."end"',
    start_utf16: 's."startUtf16"',
    end_utf16: 's."endUtf16"',
    offset_unit: "'codepoint'",
    quote: "s.quote",
    prefix: "s.prefix",
    suffix: "s.suffix",
    paragraph: "s.paragraph",
    sentence: "s.sentence",
    confidence: "NULL",
    note: "NULL",
    created_at: 's."createdAt"',
    updated_at: 's."updatedAt"',
    submitted_at: 'l."submittedAt"',
  });
  const own = ["confidence", "note"];
  const at = cells.findIndex(({ name }) => name === "confidence");
  const ownCells = own.map((id): ExportCell => {
    const found = attributes.find((one) => one.id === id);
    return found ? attribute(found, id) : { name: id, kind: "text", sql: "NULL" };
  });
  const others = attributes.filter(({ id }) => !own.includes(id));
  cells.splice(
    at,
    own.length,
    ...others.map((one) => attribute(one, `attr_${one.id}`)),
    ...ownCells,
  );
  const source = `FROM
    (SELECT ${layerColumns} FROM ${layersOf(scope)} ORDER BY ${layerOrder} OFFSET 0) AS l
    CROSS JOIN LATERAL (SELECT * FROM "Span" s WHERE s."projectId" = l."projectId"
      AND s."assignmentId" = l.id AND s."removedAt" IS NULL ${tagIs(scope)}
      ORDER BY ${spanOrder("s")}) AS s`;
  return { cells, source, order: null };
}

function attributeCell(
  { hasNotes }: ExportScope,
  { id, kind }: ExportAttribute,
  name: string,
  isKnown: string,
): ExportCell {
  if (kind === "note" && !hasNotes) return { name, kind: "text", sql: "NULL" };
  return { ...{ name, object: "s.attributes", key: id, isKnown }, isNumber: kind === "number" };
}

/** One row per gold span in force, with the decision that it came from. */
export function goldQuery(scope: ExportScope, attributes: readonly ExportAttribute[]): ExportQuery {
  const cells: ExportCell[] = cellsOf(goldFields, {
    project_id: 'a."projectId"',
    codebook_version: "c.number",
    article_id: "a.id",
    article_sha256: "a.sha256",
    gold_id: "s.id",
    family: 's."familyId"',
    tag: 's."tagId"',
    segment: "s.segment",
    start: "s.start",
    end: 's."end"',
    offset_unit: "'codepoint'",
    quote: "s.quote",
    outcome: "s.outcome",
    decided_by: "m.pseudonym",
    decided_at: 'coalesce(d."decidedAt", s."createdAt")',
    n_support: 's."nSupport"',
    n_annotators: 's."nAnnotators"',
    supporting_annotation_ids: `array_to_string(s."supportingSpanIds", ' ')`,
    rule_cited: 'd."ruleCited"',
    comment: "d.comment",
  });
  const own = ["confidence", "note"];
  const ids = [...attributes.map(({ id }) => id).filter((id) => !own.includes(id)), ...own];
  cells.push(
    ...ids.map((id) => {
      const known = attributes.find((one) => one.id === id);
      const one = known ?? { id, kind: id === "note" ? "note" : "text", knownTo: [] };
      return attributeCell(scope, one, `attr_${id}`, "true");
    }),
  );
  const source = `FROM "Article" a
    JOIN "GoldSpan" s ON s."projectId" = a."projectId" AND s."articleId" = a.id
      AND ${articleIs(scope)} AND s."retiredAt" IS NULL ${tagIs(scope)}
    LEFT JOIN "CodebookVersion" c
      ON c."projectId" = s."projectId" AND c.id = s."codebookVersionId"
    LEFT JOIN "Decision" d ON d.id = s."decisionId"
    LEFT JOIN "Membership" m ON m."projectId" = s."projectId" AND m."userId" = d."decidedById"`;
  return { cells, source, order: `a.id, ${spanOrder("s")}` };
}

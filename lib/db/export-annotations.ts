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
    const version = codebookId === null ? "true" : `c.id = ${literal(codebookId)}::uuid`;
    if (!familyIds) return version;
    const families = familyIds.map(literal).join(", ");
    const family = familyIds.length > 0 ? `s."familyId" IN (${families})` : "false";
    return version === "true" ? family : `(${version} AND ${family})`;
  });
  return places.length > 0 ? places.join(" OR ") : "false";
}

/** One row per standing span of each layer. Cost: linear in the spans, one article in memory. */
export function annotationsQuery(
  scope: ExportScope,
  attributes: readonly ExportAttribute[],
): ExportQuery {
  const attribute = (one: ExportAttribute, name: string): ExportCell =>
    attributeCell(scope, one, name, isKnown(one));
  const cells: ExportCell[] = cellsOf(annotationFields, {
    project_id: 'a."projectId"',
    codebook_version: "c.number",
    article_id: "a.id",
    article_external_id: 'a."externalId"',
    article_title: "a.title",
    outlet: "a.outlet",
    url: "a.url",
    published_on: 'a."publishedOn"',
    article_sha256: "a.sha256",
    annotation_id: "s.id",
    annotator_id: "m.pseudonym",
    assignment_status: "g.status",
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
    submitted_at: 'g."submittedAt"',
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
  const source = `FROM ${layersOf(scope)}
    JOIN "Span" s ON s."projectId" = g."projectId" AND s."assignmentId" = g.id
      AND s."removedAt" IS NULL ${tagIs(scope)}`;
  return { cells, source, order: `${layerOrder}, ${spanOrder("s")}` };
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

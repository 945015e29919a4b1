import "server-only";

import { eachArticle, type ExportGold, findGoldOfArticle } from "../db/exports";
import { listCodebooks } from "../db/codebooks";
import { compareSpans } from "../domain/spans/span";
import { attributeCells, type ExportContext, isoTime, type Row } from "./export-cells";

/** `gold.csv`: one row per decided or unanimous span, rejected ones kept with their outcome. */
export function goldRows(context: ExportContext) {
  const columns = [
    ..."project_id codebook_version article_id article_sha256 gold_id family tag".split(" "),
    ..."segment start end offset_unit quote outcome decided_by decided_at".split(" "),
    ..."n_support n_annotators supporting_annotation_ids rule_cited comment".split(" "),
    ...context.attributeIds.map((id) => `attr_${id}`),
    ..."confidence note".split(" ").map((id) => `attr_${id}`),
  ];
  return { columns, rows: rows(context) };
}

async function* rows(context: ExportContext): AsyncGenerator<Row> {
  const { projectId } = context;
  const codebooks = await listCodebooks(projectId);
  const numberOf = new Map(codebooks.map(({ id, number }) => [id, number]));
  for await (const article of eachArticle(projectId)) {
    const gold = await findGoldOfArticle(projectId, article.id);
    for (const span of gold.sort(compareSpans)) {
      yield toRow(context, article, span, numberOf.get(span.codebookVersionId) ?? null);
    }
  }
}

function toRow(
  context: ExportContext,
  article: { id: string; sha256: string },
  gold: ExportGold,
  codebookNumber: number | null,
): Row {
  const { decision } = gold;
  return {
    project_id: context.projectId,
    codebook_version: codebookNumber,
    article_id: article.id,
    article_sha256: article.sha256,
    gold_id: gold.id,
    family: gold.familyId,
    tag: gold.tagId,
    segment: gold.segment,
    start: gold.start,
    end: gold.end,
    offset_unit: "codepoint",
    quote: gold.quote,
    outcome: gold.outcome,
    decided_by: decision && (context.pseudonyms.get(decision.decidedById) ?? null),
    decided_at: isoTime(decision?.decidedAt ?? gold.createdAt),
    n_support: gold.nSupport,
    n_annotators: gold.nAnnotators,
    supporting_annotation_ids: gold.supportingSpanIds.join(" "),
    rule_cited: decision?.ruleCited ?? null,
    comment: decision?.comment ?? null,
    ...attributeCells([...context.attributeIds, "confidence", "note"], gold.attributes),
  };
}

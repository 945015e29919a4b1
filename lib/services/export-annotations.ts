import "server-only";

import { eachArticle, type ExportLayer, findLayersOfArticle } from "../db/exports";
import { attributesOf } from "../domain/codebook/codebook";
import { prefixOf, suffixOf } from "../domain/formats/csv-cells";
import { compareSpans } from "../domain/spans/span";
import { CodePointIndex } from "../domain/text/code-points";
import { TextOutline } from "../domain/text/words";
import { isoDate } from "./articles";
import { attributeCells, byCodeUnit, type ExportContext, isoTime, type Row } from "./export-cells";

type Article = Awaited<ReturnType<ReturnType<typeof eachArticle>["next"]>>["value"] & object;

/** `annotations.csv`: one row per span per annotator, by article, annotator and place in the text. */
export function annotationRows(context: ExportContext) {
  const columns = [
    ..."project_id codebook_version article_id article_external_id article_title outlet url".split(
      " ",
    ),
    ..."published_on article_sha256 annotation_id annotator_id assignment_status family tag".split(
      " ",
    ),
    ..."segment start end start_utf16 end_utf16 offset_unit quote prefix suffix".split(" "),
    ..."paragraph sentence".split(" "),
    ...context.attributeIds.map((id) => `attr_${id}`),
    ..."confidence note created_at updated_at submitted_at".split(" "),
  ];
  return { columns, rows: rows(context) };
}

async function* rows(context: ExportContext): AsyncGenerator<Row> {
  const { projectId, isSubmittedOnly, pseudonyms } = context;
  for await (const article of eachArticle(projectId)) {
    const layers = await findLayersOfArticle({
      projectId,
      articleId: article.id,
      isSubmittedOnly,
    });
    if (layers.length === 0) continue;
    const texts = { title: readable(article.title), body: readable(article.body) };
    const nameOf = (layer: ExportLayer) => pseudonyms.get(layer.annotatorId) ?? "";
    for (const layer of layers.sort((a, b) => byCodeUnit(nameOf(a), nameOf(b)))) {
      for (const span of layer.spans.sort(compareSpans)) {
        yield toRow(context, article, layer, nameOf(layer), span, texts[span.segment]);
      }
    }
  }
}

function readable(text: string) {
  return { index: new CodePointIndex(text), outline: new TextOutline(text) };
}

function toRow(
  context: ExportContext,
  article: Article,
  layer: ExportLayer,
  annotator: string,
  span: ExportLayer["spans"][number],
  { index, outline }: ReturnType<typeof readable>,
): Row {
  const startUtf16 = index.toUtf16(span.start);
  // A change of family leaves the old family's answers on the span; they say nothing about it now.
  const known = new Set(
    attributesOf(layer.codebookVersion.definition, span.familyId).map(({ id }) => id),
  );
  const attributes = Object.fromEntries(
    Object.entries(span.attributes).filter(([id]) => known.has(id)),
  );
  return {
    project_id: context.projectId,
    codebook_version: layer.codebookVersion.number,
    article_id: article.id,
    article_external_id: article.externalId,
    article_title: article.title,
    outlet: article.outlet,
    url: article.url,
    published_on: isoDate(article.publishedOn),
    article_sha256: article.sha256,
    annotation_id: span.id,
    annotator_id: annotator,
    assignment_status: layer.status,
    family: span.familyId,
    tag: span.tagId,
    segment: span.segment,
    start: span.start,
    end: span.end,
    start_utf16: startUtf16,
    end_utf16: index.toUtf16(span.end),
    offset_unit: "codepoint",
    quote: span.quote,
    prefix: prefixOf(index, span.start),
    suffix: suffixOf(index, span.end),
    paragraph: outline.paragraphNumberAt(startUtf16),
    sentence: outline.sentenceNumberAt(startUtf16),
    ...attributeCells(context.attributeIds, attributes),
    confidence: attributes.confidence ?? null,
    note: attributes.note ?? null,
    created_at: isoTime(span.createdAt),
    updated_at: isoTime(span.updatedAt),
    submitted_at: isoTime(layer.submittedAt),
  };
}

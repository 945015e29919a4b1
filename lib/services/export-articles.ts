import "server-only";

import { countOpenDisagreements, eachArticle, findLayersOfArticle } from "../db/exports";
import { isoDate } from "./articles";
import { byCodeUnit, type ExportContext, isoTime, type Row } from "./export-cells";

/** `articles.csv`: one row per article; counts of spans are of submitted layers. */
export function articleRows(context: ExportContext) {
  const columns = [
    ..."article_id external_id version title outlet url published_on language sha256".split(" "),
    ..."n_code_points n_assigned n_submitted n_spans n_open_disagreements".split(" "),
  ];
  return { columns, rows: eachArticleRow(context) };
}

async function* eachArticleRow({ projectId }: ExportContext): AsyncGenerator<Row> {
  for await (const article of eachArticle(projectId)) {
    const articleId = article.id;
    const [layers, nOpenDisagreements] = await Promise.all([
      findLayersOfArticle({ projectId, articleId, isSubmittedOnly: false }),
      countOpenDisagreements(projectId, articleId),
    ]);
    const submitted = layers.filter(({ status }) => status === "submitted");
    yield {
      article_id: articleId,
      external_id: article.externalId,
      version: article.version,
      title: article.title,
      outlet: article.outlet,
      url: article.url,
      published_on: isoDate(article.publishedOn),
      language: article.language,
      sha256: article.sha256,
      n_code_points: article.nCodePoints,
      n_assigned: layers.length,
      n_submitted: submitted.length,
      n_spans: submitted.reduce((sum, { spans }) => sum + spans.length, 0),
      n_open_disagreements: nOpenDisagreements,
    };
  }
}

/** `assignments.csv`: one row per layer, so that a submitted article without spans is seen too. */
export function assignmentRows(context: ExportContext) {
  const columns = [
    ..."assignment_id article_id annotator_id status n_spans".split(" "),
    ..."assigned_at started_at submitted_at active_seconds".split(" "),
  ];
  return { columns, rows: eachAssignmentRow(context) };
}

async function* eachAssignmentRow(context: ExportContext): AsyncGenerator<Row> {
  const { projectId, isSubmittedOnly, pseudonyms } = context;
  for await (const { id: articleId } of eachArticle(projectId)) {
    const layers = await findLayersOfArticle({ projectId, articleId, isSubmittedOnly });
    const rows = layers.map((layer) => ({
      assignment_id: layer.id,
      article_id: articleId,
      annotator_id: pseudonyms.get(layer.annotatorId) ?? null,
      status: layer.status,
      n_spans: layer.spans.length,
      assigned_at: isoTime(layer.assignedAt),
      started_at: isoTime(layer.startedAt),
      submitted_at: isoTime(layer.submittedAt),
      active_seconds: layer.activeSeconds,
    }));
    yield* rows.sort((a, b) => byCodeUnit(a.annotator_id ?? "", b.annotator_id ?? ""));
  }
}

import { articleDetail, articleVersionResult, patchArticleBody } from "./article-detail";
import type { Endpoint } from "./endpoint";
import {
  articleVersionFields,
  createImportBody,
  importItem,
  importLines,
  importLinesQuery,
  importList,
  importPartQuery,
  importPreview,
  previewFields,
} from "./imports";

const project1 = "/api/v1/projects/{projectId}";
const import1 = `${project1}/imports/{importId}`;
const article1 = `${project1}/articles/{articleId}`;

export const imports: Endpoint[] = [
  {
    method: "get",
    path: `${project1}/imports`,
    summary: "The latest imports in the background",
    result: importList,
  },
  {
    method: "post",
    path: `${project1}/imports`,
    summary: "Begin an upload of any size, or go on with one that broke off",
    body: createImportBody,
    result: importItem,
  },
  {
    method: "post",
    path: `${project1}/imports/preview`,
    summary: "Columns and first rows of a file's beginning; stores nothing",
    body: { form: previewFields },
    result: importPreview,
  },
  { method: "get", path: import1, summary: "One import", result: importItem },
  { method: "delete", path: import1, summary: "Stop an import", result: importItem },
  {
    method: "post",
    path: `${import1}/parts`,
    summary: "The next part of an upload; the last one starts the import",
    query: importPartQuery,
    body: "bytes",
    result: importItem,
  },
  {
    method: "get",
    path: `${import1}/lines`,
    summary: "The report of an import in pages, of one kind if asked",
    query: importLinesQuery,
    result: importLines,
  },
  {
    method: "get",
    path: `${import1}/report.csv`,
    summary: "What became of each article, and every error",
    result: "stream",
  },
  {
    method: "get",
    path: article1,
    summary: "One article: text, versions, layers, near duplicates",
    result: articleDetail,
  },
  {
    method: "patch",
    path: article1,
    summary: "Correct an article's language",
    body: patchArticleBody,
    result: articleDetail,
  },
  {
    method: "post",
    path: `${article1}/versions`,
    summary: "Store a corrected text as the next version, with its layers carried over",
    body: { form: articleVersionFields },
    result: articleVersionResult,
  },
];

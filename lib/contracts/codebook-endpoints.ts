import {
  changesQuery,
  codebook,
  codebookChanges,
  codebookListQuery,
  codebookVersion,
  codebookVersionPage,
  preset,
  presetPage,
  publishQuery,
  publishResult,
  touchedPage,
  touchedQuery,
} from "./codebook";
import type { Endpoint } from "./endpoint";

const codebook1 = "/api/v1/projects/{projectId}/codebook";

export const codebooks: Endpoint[] = [
  {
    method: "get",
    path: "/api/v1/codebook-presets",
    summary: "Published schemes to start from, with their citations",
    result: presetPage,
  },
  {
    method: "get",
    path: "/api/v1/codebook-presets/{presetId}",
    summary: "One scheme as a codebook, mapped to the default one",
    result: preset,
  },
  {
    method: "get",
    path: codebook1,
    summary: "Current codebook version",
    result: codebookVersion,
  },
  {
    method: "post",
    path: codebook1,
    summary: "Publish a codebook version",
    query: publishQuery,
    body: codebook,
    result: publishResult,
  },
  {
    method: "get",
    path: `${codebook1}/versions`,
    summary: "Codebook versions, newest first",
    query: codebookListQuery,
    result: codebookVersionPage,
  },
  {
    method: "get",
    path: `${codebook1}/versions/{number}`,
    summary: "One codebook version",
    result: codebookVersion,
  },
  {
    method: "get",
    path: `${codebook1}/changes`,
    summary: "What differs between two codebook versions",
    query: changesQuery,
    result: codebookChanges,
  },
  {
    method: "get",
    path: `${codebook1}/touched-spans`,
    summary: "Old spans whose tag was redefined or retired since",
    query: touchedQuery,
    result: touchedPage,
  },
];

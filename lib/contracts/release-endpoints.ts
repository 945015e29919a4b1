import type { Endpoint } from "./endpoint";
import {
  createReleaseBody,
  release,
  releaseListQuery,
  releasePage,
  releaseQuery,
} from "./releases";

const releases1 = "/api/v1/projects/{projectId}/releases";

export const releases: Endpoint[] = [
  {
    method: "get",
    path: releases1,
    summary: "Releases, newest first",
    query: releaseListQuery,
    result: releasePage,
  },
  {
    method: "post",
    path: releases1,
    summary: "Freeze the project as a numbered, checksummed package",
    body: createReleaseBody,
    result: release,
  },
  {
    method: "get",
    path: `${releases1}/{releaseId}/package.zip`,
    summary: "A release as one archive, the same bytes every time",
    query: releaseQuery,
    result: "zip",
  },
  {
    method: "get",
    path: `${releases1}/{releaseId}/files/{file}`,
    summary: "One file of a release, by its path in the package",
    query: releaseQuery,
    result: "file",
  },
];

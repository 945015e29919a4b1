import { z } from "zod";

import { exportNames } from "../domain/formats/export-files";
import { agreement, agreementQuery } from "./agreement";
import { advancedAgreement } from "./agreement-advanced";
import { annotationImportResult } from "./annotation-import";
import { articlePage, articleQuery, importResult } from "./articles";
import {
  assignmentDetail,
  assignmentPage,
  assignmentState,
  planBody,
  planResult,
  progress,
  queueQuery,
  submitBody,
} from "./assignments";
import { auditPage, auditQuery } from "./audit";
import { codebooks } from "./codebook-endpoints";
import type { Endpoint } from "./endpoint";
import { exportPreview, exportQuery } from "./exports";
import { feedback } from "./feedback-endpoints";
import { pageQuery } from "./fields";
import { imports } from "./import-endpoints";
import { annotationImportFields, articleImportFields } from "./imports";
import { saveOperationsBody, saveOperationsResult } from "./operations";
import {
  acceptInviteBody,
  addMemberBody,
  addMemberResult,
  createProjectBody,
  describeInviteBody,
  firstRunBody,
  inviteDescription,
  me,
  memberPage,
  patchProjectBody,
  project,
  projectPage,
  signInTarget,
} from "./projects";
import { releases } from "./release-endpoints";
import { reopening } from "./reopening-endpoints";
import { review } from "./review-endpoints";
import { tokens } from "./token-endpoints";

const project1 = "/api/v1/projects/{projectId}";
const assignment1 = "/api/v1/assignments/{assignmentId}";

const accounts: Endpoint[] = [
  { method: "get", path: "/api/v1/me", summary: "Who I am, and my memberships", result: me },
  {
    method: "post",
    path: "/api/v1/first-run",
    summary: "Make the first account; works once",
    body: firstRunBody,
    result: signInTarget,
    isPublic: true,
  },
  {
    method: "post",
    path: "/api/v1/invites/describe",
    summary: "What an invite is for",
    body: describeInviteBody,
    result: inviteDescription,
    isPublic: true,
  },
  {
    method: "post",
    path: "/api/v1/invites/accept",
    summary: "Join a project by invite",
    body: acceptInviteBody,
    result: signInTarget,
    isPublic: true,
  },
];

const projects: Endpoint[] = [
  {
    method: "get",
    path: "/api/v1/projects",
    summary: "My projects",
    query: pageQuery,
    result: projectPage,
  },
  {
    method: "post",
    path: "/api/v1/projects",
    summary: "Create a project",
    body: createProjectBody,
    result: project,
  },
  { method: "get", path: project1, summary: "One project", result: project },
  {
    method: "patch",
    path: project1,
    summary: "Change settings",
    body: patchProjectBody,
    result: project,
  },
  { method: "get", path: `${project1}/members`, summary: "Members", result: memberPage },
  {
    method: "post",
    path: `${project1}/members`,
    summary: "Add a person by e-mail, or invite them",
    body: addMemberBody,
    result: addMemberResult,
  },
  {
    method: "delete",
    path: `${project1}/members/{userId}`,
    summary: "Remove a person; their work stays",
    result: z.object({ removed: z.boolean() }),
  },
];

const work: Endpoint[] = [
  {
    method: "get",
    path: `${project1}/articles`,
    summary: "Articles",
    query: articleQuery,
    result: articlePage,
  },
  {
    method: "post",
    path: `${project1}/articles/import`,
    summary: "Import article files",
    body: { form: articleImportFields },
    result: importResult,
  },
  {
    method: "post",
    path: `${project1}/annotations/import`,
    summary: "Import finished annotations as a member's layers",
    body: { form: annotationImportFields },
    result: annotationImportResult,
  },
  {
    method: "get",
    path: `${project1}/assignments`,
    summary: "Assignments of the project",
    query: queueQuery,
    result: assignmentPage,
  },
  {
    method: "post",
    path: `${project1}/assignments`,
    summary: "Plan assignments: balanced, deterministic for a seed",
    body: planBody,
    result: planResult,
  },
  {
    method: "get",
    path: "/api/v1/assignments",
    summary: "My queue",
    query: queueQuery,
    result: assignmentPage,
  },
  {
    method: "get",
    path: "/api/v1/me/progress",
    summary: "How far I am in each project, and about how long the rest takes",
    result: progress,
  },
  { method: "get", path: assignment1, summary: "One assignment", result: assignmentDetail },
  {
    method: "post",
    path: `${assignment1}/operations`,
    summary: "Save operations; each gets its own result",
    body: saveOperationsBody,
    result: saveOperationsResult,
  },
  {
    method: "post",
    path: `${assignment1}/submit`,
    summary: "Hand a layer in",
    body: submitBody,
    result: assignmentState,
  },
  {
    method: "get",
    path: `${project1}/agreement`,
    summary: "Agreement with intervals, pairs, confusion, and a reason for every n/a",
    query: agreementQuery,
    result: agreement,
  },
  {
    method: "post",
    path: `${project1}/agreement/advanced`,
    summary: "Have the advanced coefficients computed in the background; ask again for the result",
    result: advancedAgreement,
  },
  {
    method: "get",
    path: `${project1}/exports/{file}`,
    summary: "One exported file: a table as CSV, JSON Lines or Parquet, or another tool's format",
    files: exportNames,
    query: exportQuery,
    result: "stream",
  },
  {
    method: "get",
    path: `${project1}/exports/{file}/preview`,
    summary: "The first rows of an exported file, and an estimate of its size",
    files: exportNames,
    query: exportQuery,
    result: exportPreview,
  },
];

/** Every endpoint, for the OpenAPI document and for tests that walk over all of them. */
export const endpoints: readonly Endpoint[] = [
  ...accounts,
  ...tokens,
  ...projects,
  ...codebooks,
  ...work,
  ...reopening,
  ...review,
  ...feedback,
  ...releases,
  {
    method: "get",
    path: `${project1}/audit`,
    summary: "Who did what and when, the latest first",
    query: auditQuery,
    result: auditPage,
  },
  ...imports,
];

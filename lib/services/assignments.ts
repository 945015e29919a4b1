import "server-only";

import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";

import type { CarriedSpan } from "../contracts/article-detail";
import type {
  AssignmentDetail,
  AssignmentItem,
  planBody,
  PlanResult,
  queueQuery,
} from "../contracts/assignments";
import type { ReopenRequest } from "../contracts/reopening";
import { findArticleIds } from "../db/articles";
import {
  findAssignmentHead,
  findAssignmentSource,
  insertAssignments,
  listAssignmentsOfAnnotator,
  listAssignmentsOfProject,
  type ListedAssignment,
  listPairs,
} from "../db/assignments";
import { recordEvent } from "../db/audit";
import { inTransaction } from "../db/client";
import { findCurrentCodebook } from "../db/codebooks";
import { findLayer } from "../db/layers";
import { listMembers, listUserIdsByRole } from "../db/members";
import { type Page, toPage } from "../db/page";
import type { Actor } from "../domain/access/actor";
import { requireUuid } from "../domain/access/uuid";
import { planAssignments as makePlan } from "../domain/assignments/plan-assignments";
import { AppError } from "../domain/errors";
import { compareSpans } from "../domain/spans/span";
import { authorise, nothingHere } from "./access";
import { isoDate } from "./articles";

type Query = z.output<typeof queueQuery>;

type RequestRow = ListedAssignment["reopenRequests"][number];

export function toReopenRequest(row: RequestRow): ReopenRequest {
  const { id, reason, createdAt, answer, note, answeredAt } = row;
  return {
    id,
    reason,
    requestedAt: createdAt.toISOString(),
    state: answer ?? "open",
    note,
    answeredAt: answeredAt?.toISOString() ?? null,
  };
}

/** The latest request of an assignment, and the admin's word while it is returned. */
function givingBack(row: {
  status: AssignmentItem["status"];
  returnNote: string | null;
  reopenRequests: readonly RequestRow[];
}) {
  const [latest] = row.reopenRequests;
  return {
    returnNote: row.status === "returned" ? row.returnNote : null,
    reopenRequest: latest ? toReopenRequest(latest) : null,
  };
}

export function toAssignmentItem(row: ListedAssignment): AssignmentItem {
  return {
    id: row.id,
    projectId: row.projectId,
    articleId: row.articleId,
    articleTitle: row.article.title,
    projectName: row.project.name,
    status: row.status,
    revision: row.revision,
    nSpans: row.nSpans,
    nCodePoints: row.article.nCodePoints,
    submittedAt: row.submittedAt?.toISOString() ?? null,
    wasOutletBlind: row.wasOutletBlind,
    ...givingBack(row),
  };
}

/** The actor's own queue, over all projects they annotate in. */
export async function listQueue(actor: Actor, query: Query): Promise<Page<AssignmentItem>> {
  return toPage(
    await listAssignmentsOfAnnotator(actor.userId, query),
    query.limit,
    toAssignmentItem,
  );
}

export async function listProjectAssignments(
  actor: Actor,
  projectId: string,
  query: Query,
): Promise<Page<AssignmentItem>> {
  await authorise(actor, "assignments.read", requireUuid(projectId));
  const rows = await listAssignmentsOfProject(projectId, query);
  return toPage(rows, query.limit, (row) => ({
    ...toAssignmentItem(row),
    annotatorId: row.annotatorId,
    annotatorName: row.annotator.name,
  }));
}

/** The head of an assignment that is the actor's own; all others see what strangers or members see. */
export async function findOwnAssignment(actor: Actor, assignmentId: string) {
  const head = await findAssignmentHead(requireUuid(assignmentId));
  if (!head) throw nothingHere();
  await authorise(actor, "layer.annotate", head.projectId);
  if (head.annotatorId !== actor.userId) {
    throw new AppError("forbidden", "This assignment is somebody else's.", {
      reason: "not_your_assignment",
    });
  }
  return head;
}

/** Article, codebook version, spans and answers. Outlet and address stay hidden while blind. */
export async function getAssignment(actor: Actor, assignmentId: string): Promise<AssignmentDetail> {
  const { projectId } = await findOwnAssignment(actor, assignmentId);
  const [source, layer] = await Promise.all([
    findAssignmentSource(projectId, assignmentId),
    findLayer(projectId, assignmentId),
  ]);
  const { article, project } = source;
  const isBlind = project.isOutletBlind && source.status !== "submitted";
  const spans = [...layer.values()].filter(({ isRemoved }) => !isRemoved).sort(compareSpans);
  return {
    id: source.id,
    projectId,
    projectName: project.name,
    status: source.status,
    revision: source.revision,
    nothingFound: source.nothingFound,
    article: {
      id: article.id,
      title: article.title,
      body: article.body,
      url: isBlind ? null : article.url,
      outlet: isBlind ? null : article.outlet,
      publishedOn: isBlind ? null : isoDate(article.publishedOn),
      language: article.language,
      sha256: article.sha256,
    },
    codebook: source.codebook,
    codebookVersion: source.codebookVersion.number,
    snapping: project.snapping,
    hasTrainingFeedback: project.hasTrainingFeedback,
    spans: spans.map(({ isRemoved: _, ...span }) => span),
    answers: source.answers,
    overruledHints: source.overruledHints,
    doubtfulSpans: doubtfulAmong(source.carriedSpans as CarriedSpan[] | null),
    ...givingBack(source),
  };
}

function doubtfulAmong(carried: readonly CarriedSpan[] | null) {
  return (carried ?? []).flatMap(
    ({ result, reason: _, reasonCode: _code, facts: _facts, ...span }) =>
      result === "uncertain" || result === "lost" ? [{ ...span, result }] : [],
  );
}

/** Plans who reads what, and stores it unless `dryRun`. The same input gives the same plan. */
export async function planAssignments(
  actor: Actor,
  projectId: string,
  input: z.output<typeof planBody>,
): Promise<PlanResult> {
  await authorise(actor, "assignments.plan", requireUuid(projectId));
  const [codebook, annotators, members] = await Promise.all([
    findCurrentCodebook(projectId),
    listUserIdsByRole(projectId, "annotator"),
    listMembers(projectId),
  ]);
  const foreign = input.annotatorIds.filter((id) => !annotators.includes(id));
  if (foreign.length > 0 || !codebook) {
    throw notAnnotators(foreign);
  }

  return inTransaction(async (tx) => {
    const known = await findArticleIds(projectId, input.articleIds, tx);
    const missing = input.articleIds.filter((id) => !known.has(id));
    if (missing.length > 0) {
      throw notArticles(missing);
    }
    const plan = makePlan({ ...input, existing: await listPairs(projectId, tx) });
    const created = input.dryRun
      ? 0
      : await insertAssignments(
          tx,
          plan.items.map((item) => ({
            ...item,
            id: uuidv7(),
            projectId,
            codebookVersionId: codebook.id,
          })),
        );
    if (created > 0) {
      const { perArticle, seed } = input;
      await recordEvent(
        {
          projectId,
          actorId: actor.userId,
          action: "assignments.planned",
          subject: projectId,
          detail: { created, perArticle, seed },
        },
        tx,
      );
    }
    const names = new Map(members.map(({ userId, name }) => [userId, name]));
    const load = [...plan.load].map(([annotatorId, counts]) => ({
      annotatorId,
      name: names.get(annotatorId) ?? "",
      ...counts,
    }));
    const { items, shortages } = plan;
    return { created, dryRun: input.dryRun, load, shortages, items };
  });
}

function notAnnotators(ids: readonly string[]): AppError {
  return new AppError("invalid", "Choose annotators of this project.", {
    reason: "choose_annotators",
    errors: ids.map((id) => ({
      path: "annotatorIds",
      message: `Choose annotators of this project: ${id} isn't one.`,
      ...{ reason: "not_an_annotator", facts: { id } },
    })),
  });
}

function notArticles(ids: readonly string[]): AppError {
  return new AppError("invalid", "Choose articles of this project.", {
    reason: "choose_articles",
    errors: ids.map((id) => ({
      path: "articleIds",
      message: `Choose articles of this project: ${id} isn't one.`,
      ...{ reason: "not_an_article", facts: { id } },
    })),
  });
}

import "server-only";

import type { z } from "zod";

import type { DisagreementDetail, DisagreementItem, disagreementQuery } from "../contracts/review";
import type { DisagreementRow } from "../db/disagreements";
import {
  findDisagreement,
  findNextOpenId,
  listDisagreements as listRows,
} from "../db/disagreements";
import { findSubmittedSpans } from "../db/layers";
import { pseudonymsOf } from "../db/members";
import { type Page, toPage } from "../db/page";
import type { Actor } from "../domain/access/actor";
import { requireUuid } from "../domain/access/uuid";
import { countVotes } from "../domain/review/vote";
import { authorise, nothingHere } from "./access";

function toItem(
  row: DisagreementRow & { article: { title: string } },
  pseudonyms: ReadonlyMap<string, string>,
): DisagreementItem {
  return {
    id: row.id,
    projectId: row.projectId,
    articleId: row.articleId,
    articleTitle: row.article.title,
    family: row.familyId,
    kind: row.kind,
    status: row.status === "superseded" ? "stale" : row.status,
    revision: row.revision,
    segment: row.segment,
    start: row.start,
    end: row.end,
    members: row.members.map(({ annotatorId, ...member }) => ({
      ...member,
      annotator: pseudonyms.get(annotatorId) ?? "",
    })),
  };
}

export async function listDisagreements(
  actor: Actor,
  projectId: string,
  query: z.output<typeof disagreementQuery>,
): Promise<Page<DisagreementItem>> {
  await authorise(actor, "disagreements.read", requireUuid(projectId));
  const [rows, pseudonyms] = await Promise.all([
    listRows(projectId, query),
    pseudonymsOf(projectId),
  ]);
  return toPage(rows, query.limit, (row) => toItem(row, pseudonyms));
}

export async function getDisagreement(actor: Actor, id: string): Promise<DisagreementDetail> {
  const row = await findDisagreement(requireUuid(id));
  if (!row) throw nothingHere();
  const { projectId } = row;
  await authorise(actor, "disagreements.read", projectId);
  const [pseudonyms, layers, nextOpenId] = await Promise.all([
    pseudonymsOf(projectId),
    findSubmittedSpans(projectId, row.articleId),
    findNextOpenId(projectId, id),
  ]);
  const nameOf = (userId: string) => pseudonyms.get(userId) ?? "";
  const annotatorIds = layers.map(({ annotatorId }) => annotatorId);
  return {
    ...toItem(row, pseudonyms),
    segmentText: row.segment === "title" ? row.article.title : row.article.body,
    annotators: annotatorIds.map(nameOf).sort(),
    votes: countVotes(row.members, annotatorIds).map(({ tagId, annotators }) => ({
      tagId,
      annotators: annotators.map(nameOf).sort(),
    })),
    decisions: row.decisions.map((decision) => ({
      id: decision.id,
      outcome: decision.outcome,
      spans: decision.spans as DisagreementDetail["decisions"][number]["spans"],
      ruleCited: decision.ruleCited,
      comment: decision.comment,
      decidedBy: nameOf(decision.decidedBy.id),
      decidedAt: decision.decidedAt.toISOString(),
      baseRevision: decision.baseRevision,
      supersedesId: decision.supersedesId,
    })),
    nextOpenId,
  };
}

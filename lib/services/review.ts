import "server-only";

import type { z } from "zod";

import type {
  DisagreementDetail,
  DisagreementItem,
  disagreementQuery,
  ReviewSummary,
  SimilarItem,
} from "../contracts/review";
import { type DisagreementRow, findDisagreement } from "../db/disagreements";
import {
  countDisagreements,
  findAlike,
  findNextOpenId,
  type Likeness,
  listDisagreements as listRows,
} from "../db/inbox";
import { findSubmittedSpans } from "../db/layers";
import { pseudonymsOf } from "../db/members";
import { type Page, toPage } from "../db/page";
import type { Actor } from "../domain/access/actor";
import { requireUuid } from "../domain/access/uuid";
import { shuffleVersions } from "../domain/review/shuffle-versions";
import { countVotes } from "../domain/review/vote";
import { authorise, nothingHere } from "./access";

function shownStatus(status: DisagreementRow["status"]): DisagreementItem["status"] {
  return status === "superseded" ? "stale" : status;
}

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
    status: shownStatus(row.status),
    revision: row.revision,
    segment: row.segment,
    start: row.start,
    end: row.end,
    information: row.information,
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
    annotators: shuffleVersions(annotatorIds, id).map(nameOf),
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

/** How much waits and how much is done; by kind, and who is asking. */
export async function getReviewSummary(actor: Actor, projectId: string): Promise<ReviewSummary> {
  const { pseudonym } = await authorise(actor, "disagreements.read", requireUuid(projectId));
  const counts = await countDisagreements(projectId);
  return {
    viewer: pseudonym,
    counts: counts.map((one) => ({ ...one, status: shownStatus(one.status) })),
  };
}

const mostSimilar = 20;

/** Waiting disagreements that one ruling may settle as well: the same words, or the same tags. */
export async function listSimilar(actor: Actor, id: string): Promise<{ items: SimilarItem[] }> {
  const row = await findDisagreement(requireUuid(id));
  if (!row) throw nothingHere();
  const { projectId, familyId, phrase, confusion } = row;
  await authorise(actor, "disagreements.read", projectId);
  const find = (likeness: Likeness) =>
    findAlike(projectId, { familyId, notId: id, limit: mostSimilar }, likeness);
  const [samePhrase, sameTags, pseudonyms] = await Promise.all([
    find({ phrase }),
    confusion === null ? [] : find({ confusion }),
    pseudonymsOf(projectId),
  ]);
  const ids = new Set(samePhrase.map((one) => one.id));
  const items = [
    ...samePhrase.map((one) => ({ ...toItem(one, pseudonyms), likeness: "phrase" as const })),
    ...sameTags
      .filter((one) => !ids.has(one.id))
      .map((one) => ({ ...toItem(one, pseudonyms), likeness: "tags" as const })),
  ];
  return { items: items.slice(0, mostSimilar) };
}

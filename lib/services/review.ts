import "server-only";

import type { z } from "zod";

import type {
  DisagreementDetail,
  DisagreementItem,
  disagreementQuery,
  InboxChoices,
  InboxView,
  ReviewSummary,
  SimilarItem,
} from "../contracts/review";
import { findArticleTexts } from "../db/articles";
import { listCodebooks } from "../db/codebooks";
import { type DisagreementRow, findDisagreement } from "../db/disagreements";
import {
  countDisagreements,
  findAlike,
  findNextOpenId,
  type Likeness,
  type ListedDisagreement,
  listDisagreements as listRows,
  listValues,
} from "../db/inbox";
import type { InboxFilter } from "../db/inbox-query";
import { findSubmittedSpans } from "../db/layers";
import { listUserIdsByRole, pseudonymsOf } from "../db/members";
import { listUnreadMentions } from "../db/mentions";
import { type Page, toPage } from "../db/page";
import type { Actor } from "../domain/access/actor";
import { requireUuid } from "../domain/access/uuid";
import { shuffleVersions } from "../domain/review/shuffle-versions";
import { countVotes } from "../domain/review/vote";
import { authorise, nothingHere } from "./access";

function shownStatus(status: DisagreementRow["status"]): DisagreementItem["status"] {
  return status === "superseded" ? "stale" : status;
}

type Row = DisagreementRow &
  Pick<ListedDisagreement, "article"> & {
    decisions: readonly { id: string }[];
    appeals: readonly { decisionId: string }[];
  };

/** `row` has at least the last of its decisions and of its appeals. */
function toItem(row: Row, pseudonyms: ReadonlyMap<string, string>): DisagreementItem {
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
    nAnnotators: row.annotatorIds.length,
    outlet: row.outlet,
    isAppealed: row.status === "stale" && isAppealed(row),
    members: row.members.map(({ annotatorId, ...member }) => ({
      ...member,
      annotator: pseudonyms.get(annotatorId) ?? "",
    })),
  };
}

function isAppealed({ decisions, appeals }: Pick<Row, "decisions" | "appeals">): boolean {
  const last = decisions.at(-1);
  return appeals.some(({ decisionId }) => decisionId === last?.id);
}

/** A view in the database's terms; a pseudonym that is nobody's makes a view with nothing in it. */
function toFilter<View extends InboxView>(
  { annotators, mentions, ...view }: View,
  pseudonyms: ReadonlyMap<string, string>,
  userId: string,
) {
  const ids = new Map([...pseudonyms].map(([id, pseudonym]) => [pseudonym, id]));
  const annotatorIds = annotators?.split(",").map((one) => ids.get(one) ?? nobody);
  return {
    ...view,
    ...(annotatorIds ? { annotatorIds } : {}),
    ...(mentions ? { mentionedId: userId, isUnread: mentions === "unread" } : {}),
  };
}
const nobody = "00000000-0000-0000-0000-000000000000";

export async function listDisagreements(
  actor: Actor,
  projectId: string,
  query: z.output<typeof disagreementQuery>,
): Promise<Page<DisagreementItem>> {
  await authorise(actor, "disagreements.read", requireUuid(projectId));
  const pseudonyms = await pseudonymsOf(projectId);
  const rows = await listRows(projectId, toFilter(query, pseudonyms, actor.userId));
  return toPage(rows, query.limit, (row) => toItem(row, pseudonyms));
}

/** `view` says where `nextOpenId` is looked for: among all that waits, unless it says otherwise. */
export async function getDisagreement(
  actor: Actor,
  id: string,
  view: InboxView = {},
): Promise<DisagreementDetail> {
  const row = await findDisagreement(requireUuid(id));
  if (!row) throw nothingHere();
  const { projectId } = row;
  await authorise(actor, "disagreements.read", projectId);
  const pseudonyms = await pseudonymsOf(projectId);
  const filter: Omit<InboxFilter, "limit"> = toFilter(view, pseudonyms, actor.userId);
  const [layers, nextOpenId] = await Promise.all([
    findSubmittedSpans(projectId, row.articleId),
    findNextOpenId(projectId, id, filter),
  ]);
  const { title, body, language } = row.article;
  const nameOf = (userId: string) => pseudonyms.get(userId) ?? "";
  const annotatorIds = layers.map(({ annotatorId }) => annotatorId);
  return {
    ...toItem(row, pseudonyms),
    segmentText: row.segment === "title" ? title : body,
    article: { title, body, language },
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
    appeals: row.appeals.map((appeal) => ({
      id: appeal.id,
      decisionId: appeal.decisionId,
      annotator: nameOf(appeal.annotatorId),
      reason: appeal.reason,
      createdAt: appeal.createdAt.toISOString(),
    })),
    nextOpenId,
  };
}

/** How much waits and how much is done, by kind; who is asking, and where they were spoken to. */
export async function getReviewSummary(actor: Actor, projectId: string): Promise<ReviewSummary> {
  const { pseudonym, userId } = await authorise(
    actor,
    "disagreements.read",
    requireUuid(projectId),
  );
  const [counts, unread] = await Promise.all([
    countDisagreements(projectId),
    listUnreadMentions(userId, [projectId]),
  ]);
  return {
    viewer: pseudonym,
    nUnreadMentions: new Set(unread.map(({ disagreementId }) => disagreementId)).size,
    counts: counts.map((one) => ({ ...one, status: shownStatus(one.status) })),
  };
}

/** Outlets and annotators to filter by, and the title of the article that is filtered by. */
export async function listInboxChoices(
  actor: Actor,
  projectId: string,
  { article }: { article?: string | undefined },
): Promise<InboxChoices> {
  await authorise(actor, "disagreements.read", requireUuid(projectId));
  const [outlets, weeks, codebooks, annotatorIds, pseudonyms, [found]] = await Promise.all([
    listValues(projectId, "outlet"),
    listValues(projectId, "week"),
    listCodebooks(projectId),
    listUserIdsByRole(projectId, "annotator"),
    pseudonymsOf(projectId),
    findArticleTexts(projectId, article ? [article] : []),
  ]);
  const annotators = annotatorIds.map((id) => pseudonyms.get(id) ?? "").sort();
  return {
    ...{ outlets, annotators, weeks: weeks.reverse() },
    codebookVersions: codebooks.map(({ number }) => number),
    articleTitle: found?.title ?? null,
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

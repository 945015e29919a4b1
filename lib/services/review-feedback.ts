import "server-only";

import type { Feedback, FeedbackDigest } from "../contracts/feedback";
import { listAppealsOf } from "../db/appeals";
import { findAssignmentHead } from "../db/assignments";
import { findCurrentCodebook } from "../db/codebooks";
import { findFeedbackSources, type FeedbackSource, listSubmittedIds } from "../db/feedback";
import { pseudonymsOf } from "../db/members";
import { type Page, type PageRequest, toPage } from "../db/page";
import type { Actor } from "../domain/access/actor";
import type { Action } from "../domain/access/policy";
import { requireUuid } from "../domain/access/uuid";
import { standingDecisions } from "../domain/review/standing-decision";
import { authorise, nothingHere } from "./access";
import { compareSource, toFindings, waitingOf } from "./review-findings";

/** The head of a submitted assignment that is the actor's own; anything else isn't there. */
export async function findOwnSubmission(
  actor: Actor,
  assignmentId: string,
  action: Extract<Action, "feedback.read" | "decisions.appeal">,
) {
  const head = await findAssignmentHead(requireUuid(assignmentId));
  if (!head) throw nothingHere();
  await authorise(actor, action, head.projectId);
  if (head.annotatorId !== actor.userId || head.status !== "submitted") throw nothingHere();
  return head;
}

/**
 * What became of one's own layer: each span beside gold with the decision behind it, what was
 * missed, and what still waits. There is none before something of the article is decided.
 */
export async function getFeedback(actor: Actor, assignmentId: string): Promise<Feedback> {
  const { projectId } = await findOwnSubmission(actor, assignmentId, "feedback.read");
  const [[source], pseudonyms, codebook] = await Promise.all([
    findFeedbackSources(actor.userId, [assignmentId]),
    pseudonymsOf(projectId),
    findCurrentCodebook(projectId),
  ]);
  if (!source || !hasGold(source)) throw nothingHere();
  const ids = source.disagreements.map(({ id }) => id);
  const appeals = await listAppealsOf([projectId], actor.userId, ids);
  const { findings, counts, waiting } = toFindings(source, appeals, pseudonyms);
  const cited = new Set(findings.map(({ decision }) => decision?.ruleCited));
  return {
    assignmentId,
    projectId,
    projectName: source.projectName,
    articleId: source.articleId,
    articleTitle: source.articleTitle,
    ...{ findings, counts, waiting },
    rules: (codebook?.definition.rules ?? []).filter(({ id }) => cited.has(id)),
  };
}

/** What came of each of one's own submitted layers, the latest first. */
export async function listFeedback(
  actor: Actor,
  request: PageRequest,
): Promise<Page<FeedbackDigest>> {
  const ids = await listSubmittedIds(actor.userId, request);
  const sources = await findFeedbackSources(actor.userId, ids);
  const byId = new Map(sources.map((source) => [source.id, source]));
  const rows = ids.flatMap((id) => byId.get(id) ?? []);
  return toPage(rows, request.limit, (source) => {
    const { counts } = compareSource(source);
    return {
      assignmentId: source.id,
      projectName: source.projectName,
      articleTitle: source.articleTitle,
      counts: hasGold(source) ? counts : null,
      nChanged: counts.boundary_differs + counts.other_tag + counts.missed + counts.extra,
      nWaiting: waitingOf(source).length,
    };
  });
}

/**
 * Whether there is anything to tell: several have handed in, and of what they differ on something
 * is decided, if there is anything. Before that a comparison would be with others' layers, not gold.
 */
function hasGold({ nLayers, disagreements }: FeedbackSource): boolean {
  const isDecided = (one: FeedbackSource["disagreements"][number]) =>
    standingDecisions(one.decisions).length > 0;
  return nLayers > 1 && (disagreements.length === 0 || disagreements.some(isDecided));
}

import "server-only";

import type { Feedback, FeedbackFinding } from "../contracts/feedback";
import type { AppealItem } from "../contracts/review";
import type { listAppealsOf } from "../db/appeals";
import type { FeedbackSource } from "../db/feedback";
import { compareWithGold, type Comparison } from "../domain/review/compare-with-gold";
import { standingDecisions } from "../domain/review/standing-decision";

type Appeals = Awaited<ReturnType<typeof listAppealsOf>>;
type OwnSpan = FeedbackSource["spans"][number];
type Gold = FeedbackSource["gold"][number];
type Disagreement = FeedbackSource["disagreements"][number];

/** Disagreements of the article that wait for a decision. */
export function waitingOf({ disagreements }: FeedbackSource): Disagreement[] {
  return disagreements.filter(({ status }) => status !== "decided");
}

/** Own spans beside gold; what waits for a decision is neither right nor wrong, and left out. */
export function compareSource(source: FeedbackSource): Comparison<OwnSpan, Gold> {
  const waiting = new Set(
    waitingOf(source).flatMap(({ members }) => members.map(({ spanId }) => spanId)),
  );
  const judged = source.spans.filter(({ id }) => !waiting.has(id));
  return compareWithGold(judged, source.gold, source.codebook);
}

/** An annotator's layer as told to them, with the decision behind each finding. */
export function toFindings(
  source: FeedbackSource,
  appeals: Appeals,
  pseudonyms: ReadonlyMap<string, string>,
): Pick<Feedback, "findings" | "counts" | "waiting"> {
  const nameOf = (userId: string) => pseudonyms.get(userId) ?? "";
  const appealsOn = (disagreementId: string | undefined): AppealItem[] =>
    appeals
      .filter((one) => one.disagreementId === disagreementId)
      .map(({ id, decisionId, annotatorId, reason, createdAt }) => ({
        ...{ id, decisionId, reason, annotator: nameOf(annotatorId) },
        createdAt: createdAt.toISOString(),
      }));

  const { findings, counts } = compareSource(source);
  return {
    counts,
    findings: findings.map(({ kind, mark, gold, differingAttributes }): FeedbackFinding => {
      const disagreement = disagreementOf(source, mark, gold);
      const decision = disagreement && standingDecisions(disagreement.decisions).at(-1);
      const own = appealsOn(disagreement?.id);
      return {
        kind,
        mark: mark && toMarked(mark),
        gold: gold && { ...toMarked(gold), outcome: gold.outcome },
        differingAttributes,
        decision: decision
          ? {
              id: decision.id,
              disagreementId: decision.disagreementId,
              outcome: decision.outcome,
              ruleCited: decision.ruleCited,
              comment: decision.comment,
              decidedBy: nameOf(decision.decidedById),
              decidedAt: decision.decidedAt.toISOString(),
            }
          : null,
        appeals: own,
        mayAppeal:
          decision !== undefined &&
          !source.isTraining &&
          own.every(({ decisionId }) => decisionId !== decision.id),
      };
    }),
    waiting: waitingOf(source)
      .map(({ id, familyId, members }) => ({
        disagreementId: id,
        family: familyId,
        marks: source.spans
          .filter((span) => members.some(({ spanId }) => spanId === span.id))
          .map(toMarked),
        appeals: appealsOn(id),
      }))
      .filter(({ marks, appeals: own }) => marks.length > 0 || own.length > 0),
  };
}

/** What was decided about it: by the gold, or where there is none, by the span itself. */
function disagreementOf(
  { disagreements }: FeedbackSource,
  mark: OwnSpan | null,
  gold: Gold | null,
): Disagreement | undefined {
  if (gold?.outcome === "unanimous") return undefined;
  const decided = disagreements.filter(({ status }) => status === "decided");
  return gold?.decisionId
    ? decided.find(({ decisions }) => decisions.some(({ id }) => id === gold.decisionId))
    : decided.find(({ members }) => members.some(({ spanId }) => spanId === mark?.id));
}

function toMarked({ id, segment, start, end, quote, tagId, attributes }: OwnSpan | Gold) {
  return { id, segment, start, end, quote, tagId, attributes: { ...attributes } };
}

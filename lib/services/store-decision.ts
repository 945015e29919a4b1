import "server-only";

import { v7 as uuidv7 } from "uuid";

import type { DecisionBody, GoldInput } from "../contracts/review";
import { outdateGoldAgreement } from "../db/agreement";
import { recordEvent } from "../db/audit";
import type { Tx } from "../db/client";
import type { CodebookRow } from "../db/codebooks";
import {
  insertDecision,
  insertGoldSpans,
  listDecisions,
  type NewGoldSpan,
  retireGoldOfDisagreements,
} from "../db/decisions";
import { type DisagreementRow, setDisagreementStatus } from "../db/disagreements";
import { notifyLive } from "../db/live";
import { familyOf } from "../domain/codebook/codebook";
import type { ReviewMember } from "../domain/review/judgement";

type Basis = {
  /** Who decides. */
  userId: string;
  codebook: CodebookRow;
  /** The layers that are handed in. */
  layers: readonly { annotatorId: string }[];
};

/** Keeps a checked decision with its gold, and tells everybody. Of a disagreement that is locked. */
export async function storeDecision(
  tx: Tx,
  row: DisagreementRow,
  input: DecisionBody,
  { userId, codebook, layers }: Basis,
): Promise<void> {
  const { projectId, id: disagreementId, articleId } = row;
  const previous = (await listDecisions(tx, projectId, disagreementId)).at(-1);
  const { id, outcome } = input;
  await insertDecision(tx, {
    ...{ id, projectId, disagreementId, outcome },
    spans: input.spans ?? [],
    ruleCited: input.ruleCited ?? null,
    comment: input.comment ?? null,
    decidedById: userId,
    baseRevision: input.baseRevision,
    supersedesId: previous?.id ?? null,
  });
  await setDisagreementStatus(tx, projectId, [disagreementId], "decided");
  await retireGoldOfDisagreements(tx, projectId, [disagreementId], new Date());
  await insertGoldSpans(tx, toGold(row, input, codebook, countAnnotators(row, layers)));
  await recordEvent(
    {
      ...{ projectId, actorId: userId, action: "disagreement.decided", subject: disagreementId },
      detail: { decisionId: id, outcome },
    },
    tx,
  );
  const status = "decided";
  await notifyLive({ type: "decided", projectId, userId, disagreementId, status }, tx);
  await outdateGoldAgreement(tx, projectId, articleId);
}

/** Who handed in, with those whose layer is in the disagreement but was reopened since. */
function countAnnotators(row: DisagreementRow, layers: readonly { annotatorId: string }[]): number {
  return new Set([...layers, ...row.members].map(({ annotatorId }) => annotatorId)).size;
}

/** What goes to gold: the decided spans, or each version that was turned down or left open, once. */
function toGold(
  row: DisagreementRow,
  { id, outcome, spans }: DecisionBody,
  codebook: CodebookRow,
  nAnnotators: number,
): NewGoldSpan[] {
  const isDecided = outcome === "accept" || outcome === "edit" || outcome === "add";
  const versions: readonly GoldInput[] = isDecided ? (spans ?? []) : distinct(row.members);
  return versions.map(({ segment, start, end, quote, tagId, attributes }) => {
    const support = row.members.filter((member) => isSame(member, { segment, start, end, tagId }));
    return {
      id: uuidv7(),
      projectId: row.projectId,
      articleId: row.articleId,
      decisionId: id,
      codebookVersionId: codebook.id,
      outcome,
      familyId: familyOf(codebook.definition, tagId) ?? row.familyId,
      ...{ tagId, segment, start, end, quote, attributes },
      nSupport: new Set(support.map(({ annotatorId }) => annotatorId)).size,
      nAnnotators,
      supportingSpanIds: support.map(({ spanId }) => spanId).sort(),
    };
  });
}

type Place = Pick<ReviewMember, "segment" | "start" | "end" | "tagId">;

function isSame(a: Place, b: Place): boolean {
  return a.segment === b.segment && a.start === b.start && a.end === b.end && a.tagId === b.tagId;
}

function distinct(members: readonly ReviewMember[]): ReviewMember[] {
  return members.filter((one, at) => members.findIndex((other) => isSame(one, other)) === at);
}

import type { Attributes, SegmentName } from "../domain/spans/span";
import type { Tx } from "./client";
import { fromJson, toJson } from "./json";

export type Outcome =
  "unanimous" | "accept" | "edit" | "add" | "reject" | "both_defensible" | "unresolved" | "undone";

export type NewGoldSpan = {
  id: string;
  projectId: string;
  articleId: string;
  decisionId: string | null;
  codebookVersionId: string;
  outcome: Outcome;
  familyId: string;
  tagId: string;
  segment: SegmentName;
  start: number;
  end: number;
  quote: string;
  attributes: Attributes;
  nSupport: number;
  nAnnotators: number;
  supportingSpanIds: string[];
};

/** Where a decision id stands already, so that a repeated request can be told from a stolen id. */
export function findDecision(tx: Tx, id: string) {
  return tx.decision.findUnique({ where: { id } });
}

/** Every decision on a disagreement, undos among them, the first one first. */
export function listDecisions(tx: Tx, projectId: string, disagreementId: string) {
  return tx.decision.findMany({
    where: { projectId, disagreementId },
    orderBy: { baseRevision: "asc" },
  });
}

export async function insertDecision(
  tx: Tx,
  decision: {
    id: string;
    projectId: string;
    disagreementId: string;
    outcome: Outcome;
    spans: unknown;
    ruleCited: string | null;
    comment: string | null;
    decidedById: string;
    baseRevision: number;
    supersedesId: string | null;
  },
): Promise<void> {
  await tx.decision.create({ data: { ...decision, spans: toJson(decision.spans) } });
}

export async function insertGoldSpans(tx: Tx, spans: readonly NewGoldSpan[]): Promise<void> {
  await tx.goldSpan.createMany({
    data: spans.map((span) => ({ ...span, attributes: toJson(span.attributes) })),
  });
}

/** Takes the gold of these disagreements' decisions out of use; the rows stay as history. */
export async function retireGoldOfDisagreements(
  tx: Tx,
  projectId: string,
  disagreementIds: readonly string[],
  now: Date,
): Promise<void> {
  await tx.goldSpan.updateMany({
    where: {
      projectId,
      retiredAt: null,
      decision: { disagreementId: { in: [...disagreementIds] } },
    },
    data: { retiredAt: now },
  });
}

/** The gold that a decision made, each span once however often it came into force. */
export async function findGoldOfDecision(
  tx: Tx,
  projectId: string,
  decisionId: string,
): Promise<NewGoldSpan[]> {
  const rows = await tx.goldSpan.findMany({
    where: { projectId, decisionId },
    orderBy: { id: "asc" },
    distinct: ["segment", "start", "end", "tagId"],
  });
  return rows.map(({ createdAt: _, retiredAt: __, ...row }) => ({
    ...row,
    attributes: fromJson<Attributes>(row.attributes),
  }));
}

export function findUnanimousGold(tx: Tx, projectId: string, articleId: string) {
  return tx.goldSpan.findMany({
    where: { projectId, articleId, outcome: "unanimous", retiredAt: null },
  });
}

export async function retireGold(
  tx: Tx,
  projectId: string,
  ids: readonly string[],
  now: Date,
): Promise<void> {
  await tx.goldSpan.updateMany({
    where: { projectId, id: { in: [...ids] } },
    data: { retiredAt: now },
  });
}

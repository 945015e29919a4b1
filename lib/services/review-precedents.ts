import "server-only";

import type { CitedRule, PrecedentPage } from "../contracts/precedents";
import type { GoldInput } from "../contracts/review";
import { findCurrentCodebook } from "../db/codebooks";
import { pseudonymsOf } from "../db/members";
import { type PageRequest, toPage } from "../db/page";
import { countCitations, listPrecedents as listRows } from "../db/precedents";
import type { Actor } from "../domain/access/actor";
import { requireUuid } from "../domain/access/uuid";
import type { RuleDefinition } from "../domain/codebook/codebook";
import { gapRule } from "../domain/review/gap-rule";
import { authorise, nothingHere } from "./access";

const gap: RuleDefinition = {
  id: gapRule,
  title: "The codebook is silent here",
  text: "Decisions for which no rule was found: what the next version of the codebook should settle.",
};

/** Every rule of the current codebook and the gap, with how many decisions cite it. */
export async function listRules(actor: Actor, projectId: string): Promise<{ items: CitedRule[] }> {
  await authorise(actor, "disagreements.read", requireUuid(projectId));
  const [rules, counts] = await Promise.all([readRules(projectId), countCitations(projectId)]);
  return {
    items: rules.map(({ id, title }) => ({ id, title, count: counts.get(id) ?? 0 })),
  };
}

/** The decisions that cite a rule, the latest first. */
export async function listPrecedents(
  actor: Actor,
  projectId: string,
  ruleId: string,
  request: PageRequest,
): Promise<PrecedentPage> {
  await authorise(actor, "disagreements.read", requireUuid(projectId));
  const [rules, rows, pseudonyms] = await Promise.all([
    readRules(projectId),
    listRows(projectId, ruleId, request),
    pseudonymsOf(projectId),
  ]);
  const rule = rules.find(({ id }) => id === ruleId);
  if (!rule) throw nothingHere();
  const page = toPage(rows, request.limit, ({ disagreement, ...row }) => ({
    id: row.id,
    outcome: row.outcome,
    spans: row.spans as GoldInput[],
    ruleCited: row.ruleCited,
    comment: row.comment,
    decidedBy: pseudonyms.get(row.decidedById) ?? "",
    decidedAt: row.decidedAt.toISOString(),
    baseRevision: row.baseRevision,
    supersedesId: row.supersedesId,
    disagreementId: row.disagreementId,
    articleTitle: disagreement.article.title,
    family: disagreement.familyId,
    kind: disagreement.kind,
    quotes: [...new Set(quotedIn(disagreement.members, row.spans as GoldInput[]))],
    isStanding: row.isStanding,
  }));
  return { ...page, rule };
}

/** What annotators had marked; where all missed it, what was added. */
function quotedIn(members: readonly { quote: string }[], spans: readonly GoldInput[]): string[] {
  return (members.length > 0 ? members : spans).map(({ quote }) => quote);
}

/** Rules of the newest codebook; a rule keeps its id, and its precedents, from version to version. */
async function readRules(projectId: string): Promise<RuleDefinition[]> {
  const codebook = await findCurrentCodebook(projectId);
  return [...(codebook?.definition.rules ?? []).filter(({ id }) => id !== gapRule), gap];
}

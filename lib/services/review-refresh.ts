import "server-only";
import { createHash } from "node:crypto";

import { v7 as uuidv7 } from "uuid";

import type { Tx } from "../db/client";
import { type CodebookRow, listCodebooks } from "../db/codebooks";
import {
  findUnanimousGold,
  insertGoldSpans,
  retireGold,
  retireGoldOfDisagreements,
} from "../db/decisions";
import {
  type ComputedDisagreement,
  dateDisagreements,
  describeDisagreement,
  findDisagreementsOfArticle,
  insertDisagreements,
  lockArticle,
  setDisagreementStatus,
  updateDisagreement,
} from "../db/disagreements";
import { findSubmittedSpans } from "../db/layers";
import { lastDayOf, newestCodebookOf } from "../domain/agreement/layer-facts";
import { isoWeek } from "../domain/agreement/trend";
import type { Split } from "../domain/review/describe-split";
import { type Cluster, findDisagreements } from "../domain/review/find-disagreements";
import { isMarkedAlike } from "../domain/review/marked-alike";
import { matchDisagreements } from "../domain/review/match-disagreements";

/**
 * Brings an article's disagreements and unanimous gold in line with its submitted layers.
 *
 * What is unchanged keeps its decision. Where spans changed under a decision, the disagreement
 * becomes stale, is back in the inbox, and its gold is retired until somebody decides again.
 */
export async function refreshReview(
  tx: Tx,
  projectId: string,
  articleId: string,
  now: Date,
): Promise<void> {
  await lockArticle(tx, projectId, articleId);
  const layers = await findSubmittedSpans(projectId, articleId, tx);
  const codebook = await findCodebookOf(tx, projectId, layers);
  if (!codebook) return;
  const found = findDisagreements(layers, codebook.definition);

  const annotatorIds = layers.map(({ annotatorId }) => annotatorId).sort();
  const hashed = found.disagreements.map((one) => ({
    ...one,
    fingerprint: hash(one),
    annotatorIds,
  }));
  const stored = await findDisagreementsOfArticle(tx, projectId, articleId);
  // What all missed doesn't follow from the layers, so it stays, unless one of them marks it now;
  // who decided on it again has seen that.
  const existing = stored.filter(({ kind }) => kind !== "missed");
  const noticed = stored.filter(
    ({ kind, revision, status, tagIds: [tagId = ""], ...place }) =>
      kind === "missed" &&
      status === "decided" &&
      revision === firstDecided &&
      isMarkedAlike(layers, { ...place, tagId }),
  );
  const { added, changed, revived, vanished } = matchDisagreements(existing, hashed);

  const decided = (id: string) => existing.some((one) => one.id === id && one.hasDecision);
  await insertDisagreements(
    tx,
    { projectId, articleId },
    added.map((one) => ({ ...one, id: uuidv7() })),
  );
  for (const { id, found: one } of changed) {
    await updateDisagreement(tx, projectId, id, one, decided(id) ? "stale" : "open");
  }
  for (const id of revived) {
    await setDisagreementStatus(tx, projectId, [id], decided(id) ? "stale" : "open");
  }
  for (const one of hashed) {
    const known = existing.find(({ fingerprint }) => fingerprint === one.fingerprint);
    if (known && !isDescribedAlike(known, one)) {
      await describeDisagreement(tx, projectId, known.id, one);
    }
  }
  await setDisagreementStatus(tx, projectId, vanished, "superseded");
  const noticedIds = noticed.map(({ id }) => id);
  await setDisagreementStatus(tx, projectId, noticedIds, "stale");
  await dateLayers(tx, { projectId, articleId }, layers);
  const outdated = [...changed.map(({ id }) => id), ...vanished, ...noticedIds];
  await retireGoldOfDisagreements(tx, projectId, outdated, now);

  await refreshUnanimous(tx, { projectId, articleId }, found.unanimous, {
    codebookVersionId: codebook.id,
    nAnnotators: layers.length,
    now,
  });
}

/** The revision that the first decision leads to. */
const firstDecided = 1;

type DatedLayer = { submittedOn: string | null; codebookNumber: number };

/** Gives an article's disagreements the week and the codebook version that agreement counts it under. */
export async function dateLayers(
  tx: Tx,
  home: { projectId: string; articleId: string },
  layers: readonly DatedLayer[],
): Promise<void> {
  const day = lastDayOf(layers);
  await dateDisagreements(tx, home, {
    week: day === null ? null : isoWeek(day),
    codebookNumber: newestCodebookOf(layers),
  });
}

/** The newest codebook version that one of the layers was made under, else the project's newest. */
export async function findCodebookOf(
  tx: Tx,
  projectId: string,
  layers: readonly { codebookVersionId: string }[],
): Promise<CodebookRow | undefined> {
  const used = new Set(layers.map(({ codebookVersionId }) => codebookVersionId));
  const codebooks = await listCodebooks(projectId, tx);
  return codebooks.findLast(({ id }) => used.has(id)) ?? codebooks.at(-1);
}

type Described = Split & Pick<ComputedDisagreement, "annotatorIds"> & { kind: string };

function isDescribedAlike(a: Described, b: Described): boolean {
  return (
    a.kind === b.kind &&
    a.information === b.information &&
    a.phrase === b.phrase &&
    a.confusion === b.confusion &&
    a.annotatorIds.join() === b.annotatorIds.join()
  );
}

function hash({ fingerprint }: Cluster): string {
  return createHash("sha256").update(fingerprint).digest("hex");
}

async function refreshUnanimous(
  tx: Tx,
  home: { projectId: string; articleId: string },
  clusters: readonly Cluster[],
  {
    codebookVersionId,
    nAnnotators,
    now,
  }: { codebookVersionId: string; nAnnotators: number; now: Date },
): Promise<void> {
  const wanted = clusters.flatMap((cluster) => {
    const [first] = cluster.members;
    if (!first) return [];
    const { tagId, segment, start, end, quote, attributes } = first;
    return {
      ...home,
      id: uuidv7(),
      decisionId: null,
      codebookVersionId,
      outcome: "unanimous" as const,
      familyId: cluster.familyId,
      ...{ tagId, segment, start, end, quote, attributes },
      nSupport: new Set(cluster.members.map(({ annotatorId }) => annotatorId)).size,
      nAnnotators,
      supportingSpanIds: cluster.members.map(({ spanId }) => spanId).sort(),
    };
  });
  const standing = await findUnanimousGold(tx, home.projectId, home.articleId);
  const keyOfGold = (gold: (typeof wanted)[number] | (typeof standing)[number]) =>
    JSON.stringify([
      gold.segment,
      gold.start,
      gold.end,
      gold.tagId,
      gold.supportingSpanIds,
      gold.nAnnotators,
    ]);
  const wantedKeys = new Set(wanted.map(keyOfGold));
  const standingKeys = new Set(standing.map(keyOfGold));
  const gone = standing.filter((gold) => !wantedKeys.has(keyOfGold(gold)));
  await retireGold(
    tx,
    home.projectId,
    gone.map(({ id }) => id),
    now,
  );
  await insertGoldSpans(
    tx,
    wanted.filter((gold) => !standingKeys.has(keyOfGold(gold))),
  );
}

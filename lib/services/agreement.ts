import "server-only";

import type { z } from "zod";

import type { Agreement, agreementQuery } from "../contracts/agreement";
import { findReport, hasMoreLayers } from "../db/agreement";
import { findCurrentCodebook } from "../db/codebooks";
import { pseudonymsOf } from "../db/members";
import type { Actor } from "../domain/access/actor";
import { requireUuid } from "../domain/access/uuid";
import { type AgreementReport, agreementReport } from "../domain/agreement/agreement-report";
import { methodsSentence } from "../domain/agreement/methods-sentence";
import { startAgreementJob } from "../server/agreement-job";
import { softwareVersion } from "../server/software-version";
import { authorise, nothingHere } from "./access";
import { refreshAgreementReport } from "./agreement-refresh";

/** Up to here a report is computed within the request that asks for it. */
const mostLayersAtOnce = 1000;

/**
 * Agreement of a project with everything needed to label it. Answers from the stored report at
 * any size; while a newer one of a large project is computed, it gives the last and says so.
 */
export async function getAgreement(
  actor: Actor,
  projectId: string,
  { family, tag }: Pick<z.output<typeof agreementQuery>, "family" | "tag">,
): Promise<Agreement> {
  await authorise(actor, "agreement.read", requireUuid(projectId));
  const [codebook, pseudonyms] = await Promise.all([
    findCurrentCodebook(projectId),
    pseudonymsOf(projectId),
  ]);
  if (!codebook) throw nothingHere();
  const { report, computedAt, isRefreshing } = await readReport(projectId);
  const known = report ?? agreementReport(codebook.definition, []);
  const wanted = (one: { familyId: string }) => family === undefined || one.familyId === family;
  const families = known.families.filter(wanted);
  const basis = { ...known, codebookVersion: codebook.number, softwareVersion };
  return {
    projectId,
    computedAt: computedAt?.toISOString() ?? null,
    isRefreshing,
    label: {
      coefficient: "Krippendorff's alpha",
      unit: "character of the article body (Unicode code point)",
      level: "nominal, binary: marked or not",
      interval: `percentile bootstrap over articles, ${known.draws} resamples`,
      matching: "one to one, intersection over union of .5 or more",
      codebookVersion: codebook.number,
      softwareVersion,
    },
    nArticles: known.nArticles,
    nAnnotators: known.nAnnotators,
    draws: known.draws,
    families,
    tags: known.tags.filter((one) => wanted(one) && (tag === undefined || one.tagId === tag)),
    pairs: known.pairs.map(({ annotatorIds: [a, b], nArticles, families: figures }) => ({
      annotators: [pseudonyms.get(a) ?? "", pseudonyms.get(b) ?? ""],
      nArticles,
      families: figures,
    })),
    methodsSentences: families.map((figure) => ({
      familyId: figure.familyId,
      text: methodsSentence(figure, basis),
    })),
  };
}

type Read = { report: AgreementReport | null; computedAt: Date | null; isRefreshing: boolean };

async function readReport(projectId: string): Promise<Read> {
  const stored = await findReport(projectId);
  if (stored?.isCurrent) return { ...stored, isRefreshing: false };
  if (!(await hasMoreLayers(projectId, mostLayersAtOnce))) {
    const fresh = await refreshAgreementReport(projectId);
    return {
      report: fresh?.report ?? null,
      computedAt: fresh?.computedAt ?? null,
      isRefreshing: false,
    };
  }
  startAgreementJob(projectId);
  return {
    report: stored?.report ?? null,
    computedAt: stored?.computedAt ?? null,
    isRefreshing: true,
  };
}

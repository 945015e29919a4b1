import "server-only";

import type { z } from "zod";

import type { Agreement, agreementQuery } from "../contracts/agreement";
import { findReport, hasMoreLayers, type StoredReport } from "../db/agreement";
import { findCurrentCodebook } from "../db/codebooks";
import { pseudonymsOf } from "../db/members";
import { countTrainingLayers } from "../db/training-layers";
import type { Actor } from "../domain/access/actor";
import { can } from "../domain/access/policy";
import { requireUuid } from "../domain/access/uuid";
import { agreementReport } from "../domain/agreement/agreement-report";
import { labelledFigures } from "../domain/agreement/labelled-figures";
import { methodsSentence } from "../domain/agreement/methods-sentence";
import { startAgreementJob } from "../server/agreement-job";
import { softwareVersion } from "../server/software-version";
import { authorise, nothingHere } from "./access";
import { readAdvanced } from "./agreement-advanced";
import { refreshAgreementReport } from "./agreement-refresh";

/** Up to here a report is computed within the request that asks for it. */
const mostLayersAtOnce = 1000;

/**
 * Agreement of a project with everything needed to label it. Answers from the stored report at
 * any size; while a newer one of a large project is computed, it gives the last and says so.
 * Without a `unit` the list of labelled figures stays empty: the page has them elsewhere.
 */
export async function getAgreement(
  actor: Actor,
  projectId: string,
  { family, tag, unit }: Partial<z.output<typeof agreementQuery>>,
): Promise<Agreement> {
  const { role } = await authorise(actor, "agreement.read", requireUuid(projectId));
  const [codebook, pseudonyms, advanced, nTrainingLayers] = await Promise.all([
    findCurrentCodebook(projectId),
    pseudonymsOf(projectId),
    readAdvanced(projectId, new Date()),
    countTrainingLayers(projectId),
  ]);
  if (!codebook) throw nothingHere();
  const { report, computedAt, isRefreshing } = await readReport(projectId, codebook.number);
  const known: StoredReport = report ?? {
    ...agreementReport(codebook.definition, []),
    codebookNumber: codebook.number,
  };
  const { codebookNumber } = known;
  const nameOf = (userId: string) => pseudonyms.get(userId) ?? "";
  const wanted = (one: { familyId: string }) => family === undefined || one.familyId === family;
  const families = known.families.filter(wanted);
  const basis = { ...known, codebookVersion: codebookNumber, softwareVersion };
  const ofFamilies = <Point extends { families: { familyId: string }[] }>(point: Point): Point => ({
    ...point,
    families: point.families.filter(wanted),
  });
  return {
    projectId,
    computedAt: computedAt?.toISOString() ?? null,
    isRefreshing,
    mayReadDisagreements: can(role, "disagreements.read"),
    label: {
      coefficient: "Krippendorff's alpha",
      unit: "character of the article body (Unicode code point)",
      level: "nominal, binary: marked or not",
      interval: `percentile bootstrap over articles, ${known.draws} resamples`,
      matching: "one to one, intersection over union of .5 or more",
      codebookVersion: codebookNumber,
      softwareVersion,
    },
    nArticles: known.nArticles,
    nAnnotators: known.nAnnotators,
    nTrainingLayers,
    draws: known.draws,
    families,
    tags: known.tags.filter((one) => wanted(one) && (tag === undefined || one.tagId === tag)),
    pairs: known.pairs.map(({ annotatorIds: [a, b], nArticles, families: figures }) => ({
      annotators: [nameOf(a), nameOf(b)],
      nArticles,
      families: Object.fromEntries(
        Object.entries(figures).filter(([familyId]) => wanted({ familyId })),
      ),
    })),
    annotators: known.annotators
      .filter(wanted)
      .map(({ annotatorId, ...figure }) => ({ annotator: nameOf(annotatorId), ...figure }))
      .sort((a, b) => (a.annotator < b.annotator ? -1 : a.annotator > b.annotator ? 1 : 0)),
    weeks: known.weeks.map(ofFamilies),
    versions: known.versions.map(ofFamilies),
    attributes: known.attributes.filter(wanted),
    questions: known.questions,
    advanced: advanced.report ? { ...advanced, report: ofFamilies(advanced.report) } : advanced,
    methodsSentences: families.map((figure) => ({
      familyId: figure.familyId,
      text: methodsSentence(figure, basis),
    })),
    figures: (unit === undefined ? [] : labelledFigures(known))
      .filter(
        (figure) =>
          (family === undefined || figure.family === family) &&
          (tag === undefined || figure.tag === tag) &&
          (unit === "all" || figure.unit === unit),
      )
      .map(({ annotatorIds, interval, ...figure }) => ({
        ...figure,
        annotators: annotatorIds.map(nameOf),
        lower: interval?.lower ?? null,
        upper: interval?.upper ?? null,
        intervalLevel: interval && interval.lower !== null ? interval.level : null,
      })),
  };
}

type Read = { report: StoredReport | null; computedAt: Date | null; isRefreshing: boolean };

async function readReport(projectId: string, codebookNumber: number): Promise<Read> {
  const stored = await findReport(projectId);
  const isOfCodebook = stored?.report?.codebookNumber === codebookNumber;
  if (stored?.isCurrent && isOfCodebook) return { ...stored, isRefreshing: false };
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

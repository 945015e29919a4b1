import { v7 as uuidv7 } from "uuid";
import { describe, expect, it } from "vitest";

import { findReport } from "../db/agreement";
import { db } from "../db/client";
import { findCurrentCodebook } from "../db/codebooks";
import { getAgreement } from "./agreement";
import { readAdvanced, requestAdvancedAgreement } from "./agreement-advanced";
import { refreshAdvancedAgreement } from "./agreement-advanced-refresh";
import { agreementTable } from "./agreement-table";
import { publishCodebook } from "./codebook";
import { decide } from "./decisions";
import { undoDecision } from "./review-undo";
import { reopenAssignment } from "./submission";
import { handIn } from "./testing/make-operations";
import { makeReviewedProject, type ReviewedProject } from "./testing/make-reviewed-project";
import { assignArticle, at } from "./testing/make-project";

const loaded = { quote: "complained", tagId: "LOADED", attributes: { intensity: 2 } };
const label = { ...loaded, tagId: "LABEL" };

async function read({ actors, projectId }: ReviewedProject, query = {}) {
  return getAgreement(actors.reviewer, projectId, query);
}

async function goldOf(project: ReviewedProject) {
  const { annotators } = await read(project);
  return annotators
    .filter(({ familyId }) => familyId === "FRAMING")
    .map(({ annotator, nGold, exact }) => [annotator, nGold, exact.f1.value]);
}

describe("agreement", () => {
  it("counts who marked nothing, and gives a reason for every n/a", async () => {
    const project = await makeReviewedProject([[loaded], []]);
    const { families, pairs, figures, weeks, versions } = await read(project, { unit: "all" });
    expect(families[1]?.noticed).toEqual({ value: 0 });
    expect(pairs[0]?.families.FRAMING).toMatchObject({ nFirst: 1, nSecond: 0 });
    expect(weeks).toHaveLength(1);
    expect(versions).toMatchObject([{ codebookNumber: 1, nArticles: 1 }]);
    for (const { value, reason } of figures) expect(value === null && !reason).toBe(false);
  });

  it("gives the unit, family and tag asked for, each number labelled", async () => {
    const project = await makeReviewedProject([[loaded], [label]]);
    const spans = await read(project, { unit: "span", family: "FRAMING" });
    expect(new Set(spans.figures.map(({ unit }) => unit))).toEqual(new Set(["span"]));
    expect(new Set(spans.figures.map(({ family }) => family))).toEqual(new Set(["FRAMING"]));
    const tag = await read(project, { tag: "LOADED", unit: "all" });
    expect(tag.figures.length).toBeGreaterThan(0);
    expect(tag.figures.every((one) => one.tag === "LOADED" && one.coefficient !== "")).toBe(true);
  });

  it("sees annotators against gold once their disagreements are settled, and after an undo", async () => {
    const project = await makeReviewedProject([[loaded], [label]]);
    expect(await goldOf(project)).toEqual([]);
    const spans = [
      {
        ...{ segment: "body" as const, start: 10, end: 20, quote: "complained" },
        ...{ tagId: "LOADED", attributes: {} },
      },
    ];
    const decision = {
      ...{ id: uuidv7(), outcome: "edit" as const, spans, comment: "A verb, not a name." },
      baseRevision: await project.currentRevision(),
    };
    await decide(project.actors.reviewer, project.disagreementId, decision);
    expect(await goldOf(project)).toEqual([
      ["A01", 1, 1],
      ["A02", 1, 0],
    ]);
    const undo = { id: uuidv7(), decisionId: decision.id };
    await undoDecision(project.actors.reviewer, project.disagreementId, undo);
    expect(await goldOf(project)).toEqual([]);
  });

  it("holds nothing against gold where both readings stand", async () => {
    const project = await makeReviewedProject([[loaded], [label]]);
    await decide(project.actors.reviewer, project.disagreementId, {
      ...{ id: uuidv7(), outcome: "both_defensible" as const, comment: "Either." },
      baseRevision: await project.currentRevision(),
    });
    expect(await goldOf(project)).toEqual([
      ["A01", 0, null],
      ["A02", 0, null],
    ]);
  });

  it("counts what an older version stored again", async () => {
    const project = await makeReviewedProject([[loaded], [loaded]]);
    const before = await read(project);
    const { projectId } = project;
    await db().$executeRaw`
      UPDATE "ArticleAgreement" SET gold = NULL, statistics = '{"annotatorIds": [], "pairs": [1]}'
      WHERE "projectId" = ${projectId}::uuid`;
    await db().$executeRaw`
      UPDATE "AgreementReport" SET report = '{"nArticles": 7}' WHERE "projectId" = ${projectId}::uuid`;
    const { computedAt: _, ...after } = await read(project);
    expect(after).toEqual({ ...before, computedAt: undefined });
    expect((await findReport(projectId))?.isCurrent).toBe(true);
  });

  it("follows a new codebook version", async () => {
    const project = await makeReviewedProject([[loaded], [loaded]]);
    expect((await read(project)).label.codebookVersion).toBe(1);
    const codebook = await findCurrentCodebook(project.projectId);
    await publishCodebook(project.actors.admin, project.projectId, {
      ...codebook!.definition,
      version: "next",
    });
    const { label, versions } = await read(project);
    expect(label.codebookVersion).toBe(2);
    expect(versions).toMatchObject([{ codebookNumber: 1 }]);
  });

  it("is a table for exports", async () => {
    const project = await makeReviewedProject([[loaded], [label]]);
    const { fields, rows } = await agreementTable(project.actors.researcher, project.projectId);
    expect(rows.length).toBeGreaterThan(20);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([Object.keys(fields).length]));
    expect(rows.some((row) => row.includes("A01"))).toBe(true);
  });
});

describe("the advanced coefficients", () => {
  it("are computed on request, kept, and outdated by the next submission", async () => {
    const project = await makeReviewedProject([[loaded], [loaded]]);
    const { projectId, actors } = project;
    expect((await read(project)).advanced).toMatchObject({ status: "none", report: null });
    await refreshAdvancedAgreement(projectId);
    const { advanced } = await read(project);
    expect(advanced).toMatchObject({ status: "current", report: { nArticles: 1 } });
    expect(advanced.report?.families[1]?.gamma.mean).toEqual({ value: 1 });
    expect(advanced.report?.families[0]?.gamma.mean).toEqual({
      value: null,
      reason: "Nobody marked anything.",
    });
    // Nothing to do: the stored report answers.
    expect(await requestAdvancedAgreement(actors.reviewer, projectId)).toEqual(advanced);
    await reopenAssignment(actors.admin, at(project.assignmentIds, 0));
    expect(await readAdvanced(projectId, new Date())).toMatchObject({ status: "outdated" });
  });

  it("stand in the exported table, with intervals for what had none, while they are current", async () => {
    const project = await makeReviewedProject([[loaded], [label]]);
    const { projectId, actors } = project;
    for (let n = 0; n < 4; n += 1) {
      const { assignmentIds } = await assignArticle(project);
      await handIn(at(project.annotators, 0), at(assignmentIds, 0), n % 2 ? [loaded] : []);
      await handIn(at(project.annotators, 1), at(assignmentIds, 1), [loaded]);
    }
    const figuresOf = async () => {
      const { fields, rows } = await agreementTable(actors.researcher, projectId);
      const names = Object.keys(fields);
      return rows.map((row): Record<string, string | number | null> =>
        Object.fromEntries(row.map((cell, at) => [names[at] ?? "", cell] as const)),
      );
    };
    const before = await figuresOf();
    await refreshAdvancedAgreement(projectId);
    const after = await figuresOf();
    const further = after.filter(({ statistic }) =>
      /^(u_alpha|binary_u_alpha|cu_alpha|alpha_u|gamma|tag_set_alpha_\w+)$/.test(String(statistic)),
    );
    expect(after).toHaveLength(before.length + further.length);
    const row = after.find(
      ({ statistic, family, level }) =>
        statistic === "ac1" && family === "FRAMING" && level === "family",
    );
    expect(row?.lower).toBeLessThanOrEqual(Number(row?.value));
    expect(row?.upper).toBeGreaterThanOrEqual(Number(row?.value));
    expect(row?.interval_method).toBe("percentile bootstrap over articles, 1000 resamples");
    expect(
      further.find(
        ({ statistic, family }) => statistic === "tag_set_alpha_masi" && family === "FRAMING",
      ),
    ).toMatchObject({ level: "family", unit: "character", interval_level: 0.95, n_articles: 5 });
    await reopenAssignment(actors.admin, at(project.assignmentIds, 0));
    expect((await figuresOf()).some(({ statistic }) => statistic === "u_alpha")).toBe(false);
  });
});

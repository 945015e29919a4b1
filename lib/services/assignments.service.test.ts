import { randomUUID } from "node:crypto";

import { describe, expect, it } from "vitest";

import { getAssignment, listProjectAssignments, listQueue, planAssignments } from "./assignments";
import { publishCodebook } from "./codebook";
import { updateProject } from "./projects";
import { submitAssignment } from "./submission";
import { defaultCodebook } from "../domain/codebook/default-codebook";
import {
  assignArticle,
  at,
  makeArticles,
  makeProject,
  type TestProject,
} from "./testing/make-project";

type Plan = Parameters<typeof planAssignments>[2];

async function open(nAnnotators: number, nArticles: number) {
  const project = await makeProject({ nAnnotators });
  const articleIds = await makeArticles(project, nArticles);
  const annotatorIds = project.annotators.map(({ userId }) => userId);
  const plan = (change: Partial<Plan> = {}) =>
    planAssignments(project.actors.admin, project.projectId, {
      ...{ articleIds, annotatorIds, perArticle: 2, seed: 7, dryRun: false },
      ...change,
    });
  return { project, articleIds, annotatorIds, plan };
}

async function assignmentsOf({ actors, projectId }: TestProject) {
  return (await listProjectAssignments(actors.admin, projectId, { limit: 200 })).items;
}

function countBy(values: readonly string[]): number[] {
  return [...new Set(values)].map((value) => values.filter((one) => one === value).length);
}

describe("a plan", () => {
  it("gives each article to as many as wanted, evenly, and to nobody twice", async () => {
    const { project, plan } = await open(3, 6);
    expect(await plan()).toMatchObject({ created: 12, shortages: [] });
    const items = await assignmentsOf(project);
    expect(countBy(items.map(({ articleId }) => articleId))).toEqual(Array(6).fill(2));
    expect(countBy(items.map(({ annotatorId }) => annotatorId ?? ""))).toEqual([4, 4, 4]);
    const pairs = new Set(items.map(({ articleId, annotatorId }) => `${articleId}${annotatorId}`));
    expect(pairs.size).toBe(12);
  });

  it("is the same for the same seed, whatever the order of the ids, and differs by seed", async () => {
    const { articleIds, annotatorIds, plan } = await open(4, 8);
    const dryRun = true;
    const { items } = await plan({ dryRun });
    const turned = {
      ...{ dryRun, articleIds: articleIds.toReversed(), annotatorIds: annotatorIds.toReversed() },
    };
    expect((await plan(turned)).items).toEqual(items);
    const others = await Promise.all([8, 9, 10].map((seed) => plan({ dryRun, seed })));
    expect(others.some((other) => JSON.stringify(other.items) !== JSON.stringify(items))).toBe(
      true,
    );
  });

  it("as a dry run shows what would be stored, and stores nothing", async () => {
    const { project, plan } = await open(2, 2);
    const dry = await plan({ dryRun: true });
    expect(dry).toMatchObject({ created: 0, dryRun: true });
    expect(await assignmentsOf(project)).toEqual([]);
    const real = await plan();
    expect(real).toMatchObject({ created: 4, items: dry.items });
  });

  it("repeated adds nothing, also at the same moment", async () => {
    const { project, plan } = await open(3, 4);
    const answers = await Promise.all([plan(), plan(), plan()]);
    expect(answers.reduce((sum, { created }) => sum + created, 0)).toBe(8);
    expect((await plan()).created).toBe(0);
    expect(await assignmentsOf(project)).toHaveLength(8);
  });

  it("fills up with those who have less to do", async () => {
    const { articleIds, annotatorIds, plan } = await open(3, 4);
    await plan({
      ...{ articleIds: articleIds.slice(0, 2), annotatorIds: annotatorIds.slice(0, 2) },
    });
    const { load } = await plan();
    const totals = load.map(({ before, added }) => before + added).sort();
    expect(totals).toEqual([2, 3, 3]);
  });

  it("says which articles are short of annotators", async () => {
    const { articleIds, plan } = await open(2, 1);
    expect((await plan({ perArticle: 3 })).shortages).toEqual([
      { articleId: articleIds[0], missing: 1 },
    ]);
  });

  it("treats what is another project's like what doesn't exist, and stores nothing", async () => {
    const [here, there] = [await open(2, 1), await open(2, 1)];
    for (const id of [at(there.articleIds, 0), randomUUID()]) {
      await expect(here.plan({ articleIds: [...here.articleIds, id] })).rejects.toMatchObject({
        ...{ code: "invalid", details: { errors: [{ path: "articleIds" }] } },
      });
    }
    for (const id of [at(there.annotatorIds, 0), here.project.actors.reviewer.userId]) {
      await expect(here.plan({ annotatorIds: [id] })).rejects.toMatchObject({
        ...{ code: "invalid", details: { errors: [{ path: "annotatorIds" }] } },
      });
    }
    expect(await assignmentsOf(here.project)).toEqual([]);
  });
});

describe("an annotator", () => {
  it("has a queue of their own work only, by status", async () => {
    const project = await makeProject();
    const { assignmentIds } = await assignArticle(project);
    await assignArticle(project);
    const annotator = at(project.annotators, 0);
    const id = at(assignmentIds, 0);
    await submitAssignment(annotator, id, { nothingFound: true, answers: {} });
    const queue = async (status?: "assigned" | "submitted") =>
      (await listQueue(annotator, { limit: 50, ...(status ? { status } : {}) })).items;
    expect(await queue()).toHaveLength(2);
    expect((await queue("submitted")).map((item) => item.id)).toEqual([id]);
    expect(await queue("assigned")).toHaveLength(1);
    expect((await queue()).every((item) => !("annotatorId" in item))).toBe(true);
  });

  it("may neither open nor change a colleague's assignment", async () => {
    const project = await makeProject();
    const { assignmentIds } = await assignArticle(project);
    const [annotator, theirs] = [at(project.annotators, 0), at(assignmentIds, 1)];
    await expect(getAssignment(annotator, theirs)).rejects.toMatchObject({ code: "forbidden" });
    await expect(
      submitAssignment(annotator, theirs, { nothingFound: true, answers: {} }),
    ).rejects.toMatchObject({ code: "forbidden" });
  });

  it("reads without the outlet until the layer is handed in, unless the project shows it", async () => {
    const project = await makeProject();
    const { assignmentIds } = await assignArticle(project);
    const [annotator, id] = [at(project.annotators, 0), at(assignmentIds, 0)];
    const blind = { url: null, outlet: null, publishedOn: null };
    const open = { outlet: "example.org", publishedOn: "2026-01-31" };
    expect((await getAssignment(annotator, id)).article).toMatchObject(blind);
    await submitAssignment(annotator, id, { nothingFound: true, answers: {} });
    expect((await getAssignment(annotator, id)).article).toMatchObject(open);
    const { actors, projectId } = project;
    await updateProject(actors.admin, projectId, { isOutletBlind: false });
    const colleague = at(project.annotators, 1);
    const { article } = await getAssignment(colleague, at(assignmentIds, 1));
    expect(article).toMatchObject(open);
  });

  it("keeps the codebook version that they began with", async () => {
    const project = await makeProject();
    const before = await assignArticle(project);
    await publishCodebook(project.actors.admin, project.projectId, {
      ...{ ...defaultCodebook, version: "2.0" },
    });
    const after = await assignArticle(project);
    const versionOf = async (id: string) =>
      (await getAssignment(at(project.annotators, 0), id)).codebookVersion;
    expect(await versionOf(at(before.assignmentIds, 0))).toBe(1);
    expect(await versionOf(at(after.assignmentIds, 0))).toBe(2);
  });
});

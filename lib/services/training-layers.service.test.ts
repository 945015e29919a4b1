import { v7 as uuidv7 } from "uuid";
import { describe, expect, it } from "vitest";

import { getAgreement } from "./agreement";
import { listProjectAssignments, planAssignments } from "./assignments";
import { decide } from "./decisions";
import { updateProject } from "./projects";
import { getDisagreement } from "./review";
import { appeal } from "./review-appeals";
import { joinDiscussion, openDiscussion } from "./review-discussion";
import { getFeedback } from "./review-feedback";
import { getArticleGold } from "./review-gold";
import { reopenAssignment } from "./submission";
import { makeMember } from "./testing/make-project";
import { addOf, handIn, type Mark } from "./testing/make-operations";
import { makeReviewedProject, type ReviewedProject } from "./testing/make-reviewed-project";
import { parseStrictly, readExport } from "./testing/read-export";
import { sql } from "./testing/sql";

const loaded = { quote: "complained", tagId: "LOADED" };
const label = { quote: "complained", tagId: "LABEL" };
const vague = { quote: "one Western official", tagId: "VAGUE" };

/** LOADED against LABEL, settled for LABEL, and one more person who reads the article. */
async function settled({ isSettled = true, hasTrainingFeedback = true } = {}) {
  const project = await makeReviewedProject([
    [loaded, vague],
    [label, vague],
  ]);
  const { actors, projectId, articleId, disagreementId } = project;
  await updateProject(actors.admin, projectId, { hasTrainingFeedback });
  const decisionId = uuidv7();
  if (isSettled) {
    const { id: _, ...gold } = addOf(label).span;
    await decide(actors.reviewer, disagreementId, {
      ...{ id: decisionId, outcome: "accept", spans: [gold], baseRevision: 0 },
    });
  }
  const trainee = await makeMember(actors.admin, projectId, "annotator");
  const assignmentId = await assign(project, trainee.userId);
  const before = await look(project);
  const submit = (...marks: Mark[]) => handIn(trainee, assignmentId, marks);
  return { project, projectId, articleId, trainee, assignmentId, decisionId, submit, before };
}

async function assign({ actors, projectId, articleId }: ReviewedProject, annotatorId: string) {
  const plan = { articleIds: [articleId], annotatorIds: [annotatorId], perArticle: 3, seed: 1 };
  await planAssignments(actors.admin, projectId, { ...plan, dryRun: false });
  const { items } = await listProjectAssignments(actors.admin, projectId, { limit: 50 });
  return items.find((one) => one.annotatorId === annotatorId)?.id ?? "";
}

/** All that a layer could change: disagreements, gold, and what agreement is counted from. */
async function look({ actors, projectId, articleId, disagreementId }: ReviewedProject) {
  const { nAnnotators, families, tags, pairs, annotators } = await getAgreement(
    actors.admin,
    projectId,
    {},
  );
  const { spans, history } = await getArticleGold(actors.admin, projectId, articleId);
  return {
    agreement: { nAnnotators, families, tags, pairs, annotators },
    gold: { spans, history },
    disagreement: await getDisagreement(actors.admin, disagreementId),
    rows: await sql(`SELECT * FROM "Disagreement" WHERE "projectId" = $1 ORDER BY id`, [projectId]),
  };
}

describe("a layer that comes to settled gold in a project that trains", () => {
  it("changes no disagreement, no gold and no figure, handed in once or again", async () => {
    const { project, projectId, assignmentId, trainee, submit, before } = await settled();
    await submit(loaded);
    expect(await look(project)).toEqual(before);
    expect((await getAgreement(project.actors.admin, projectId, {})).nTrainingLayers).toBe(1);

    await reopenAssignment(project.actors.admin, assignmentId);
    await handIn(trainee, assignmentId, [vague, { quote: "refusal", tagId: "LOADED" }]);
    expect(await look(project)).toEqual(before);
  });

  it("is in no file, nor counted in one, unless it is asked for", async () => {
    const { project, projectId, assignmentId, submit } = await settled();
    const read = async (file: Parameters<typeof readExport>[2], query = {}) =>
      parseStrictly(await readExport(project.actors.admin, projectId, file, query));
    const files = [
      ...(["annotations.csv", "assignments.csv", "soft_labels.csv", "gold.csv"] as const),
      ...(["articles.csv", "agreement.csv", "disagreements.csv"] as const),
    ];
    const readAll = async () => Promise.all(files.map((file) => read(file)));
    const before = await readAll();
    await submit(loaded);
    expect(await readAll()).toEqual(before);

    const all = await read("annotations.csv");
    const only = { training: "only" } as const;
    expect((await read("annotations.csv", only)).map(({ tag }) => tag)).toEqual(["LOADED"]);
    const layers = await read("assignments.csv", only);
    expect(layers.map((row) => row.assignment_id)).toEqual([assignmentId]);
    expect(await read("annotations.csv", { training: "with" })).toHaveLength(all.length + 1);
  });

  it("is compared with gold, and can't appeal against it or speak about it", async () => {
    const { project, assignmentId, decisionId, trainee, submit, before } = await settled();
    await submit(loaded);
    const { counts, findings } = await getFeedback(trainee, assignmentId);
    expect(counts).toMatchObject({ other_tag: 1, missed: 1 });
    expect(findings.map(({ mayAppeal }) => mayAppeal)).toEqual([false, false]);
    const body = { id: uuidv7(), decisionId, reason: "It judges." };
    await expect(appeal(trainee, assignmentId, body)).rejects.toMatchObject({ code: "forbidden" });
    await openDiscussion(project.actors.reviewer, project.disagreementId, true);
    await expect(joinDiscussion(trainee, project.disagreementId)).rejects.toMatchObject({
      code: "forbidden",
    });
    expect((await look(project)).gold).toEqual(before.gold);
  });

  it("counts in none of the figures either when all is counted anew", async () => {
    const { project, projectId, submit, before } = await settled();
    await submit(loaded);
    await sql(`DELETE FROM "ArticleAgreement" WHERE "projectId" = $1`, [projectId]);
    await sql(`UPDATE "AgreementReport" SET revision = revision + 1 WHERE "projectId" = $1`, [
      projectId,
    ]);
    expect((await look(project)).agreement).toEqual(before.agreement);
  });
});

describe("a third layer counts as any", () => {
  it.each<[string, Parameters<typeof settled>[0]]>([
    ["where a disagreement still waits", { isSettled: false }],
    ["in a project that doesn't train", { hasTrainingFeedback: false }],
  ])("%s", async (_, setup) => {
    const { project, projectId, submit } = await settled(setup);
    await submit(loaded);
    const { disagreement, agreement } = await look(project);
    expect(disagreement.annotators).toHaveLength(3);
    expect(agreement.nAnnotators).toBe(3);
    expect((await getAgreement(project.actors.admin, projectId, {})).nTrainingLayers).toBe(0);
  });

  it("where three are to read each article", async () => {
    const { project, projectId, submit } = await settled();
    await updateProject(project.actors.admin, projectId, { annotatorsPerArticle: 3 });
    await submit(loaded);
    expect((await look(project)).disagreement.annotators).toHaveLength(3);
  });

  it("where it is one of the two that came back changed", async () => {
    const { project, projectId } = await settled();
    const [assignmentId = ""] = project.assignmentIds;
    const [annotator] = project.annotators;
    if (!annotator) throw new Error("nobody");
    await reopenAssignment(project.actors.admin, assignmentId);
    await handIn(annotator, assignmentId, [{ quote: "refusal", tagId: "LOADED" }]);
    expect((await look(project)).rows).toHaveLength(2);
    expect((await getAgreement(project.actors.admin, projectId, {})).nTrainingLayers).toBe(0);
  });
});

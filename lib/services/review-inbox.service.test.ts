import { v7 as uuidv7 } from "uuid";
import { describe, expect, it } from "vitest";

import type { InboxView } from "../contracts/review";
import { defaultCodebook } from "../domain/codebook/default-codebook";
import { isoWeek } from "../domain/agreement/trend";
import { listProjectAssignments, planAssignments } from "./assignments";
import { publishCodebook } from "./codebook";
import { decide } from "./decisions";
import { getDisagreement, listDisagreements, listInboxChoices } from "./review";
import { addComment } from "./review-comments";
import { listSavedViews, removeSavedView, saveView } from "./review-views";
import { reopenAssignment } from "./submission";
import { handIn } from "./testing/make-operations";
import { makeReviewedProject, type ReviewedProject } from "./testing/make-reviewed-project";
import { assignArticle, at, makeMember } from "./testing/make-project";
import { sql } from "./testing/sql";

const loaded = { quote: "complained", tagId: "LOADED" };
const label = { quote: "complained", tagId: "LABEL" };
const doubt = { quote: "complained", tagId: "DOUBT" };
const vague = { quote: "one Western official", tagId: "VAGUE" };
const short = { quote: "Western official", tagId: "VAGUE" };
type Mark = typeof loaded;

async function addArticle(project: ReviewedProject, marks: readonly (readonly Mark[])[]) {
  const { articleId, assignmentIds } = await assignArticle(project);
  for (const [index, mine] of marks.entries()) {
    await handIn(at(project.annotators, index), at(assignmentIds, index), mine);
  }
  return articleId;
}

/** Every row of a view, a page at a time. */
async function walk({ actors, projectId }: ReviewedProject, view: InboxView, limit = 1) {
  const rows = [];
  let cursor: string | undefined;
  do {
    const query = { ...view, ...(cursor ? { cursor } : {}), limit };
    const page = await listDisagreements(actors.reviewer, projectId, query);
    rows.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  return rows;
}

describe("the inbox", () => {
  it("brings the most frequent confusion of tags first, and what is none last", async () => {
    const project = await makeReviewedProject([[vague], [short]]);
    await addArticle(project, [[loaded], [doubt]]);
    await addArticle(project, [[loaded], [label]]);
    await addArticle(project, [[loaded], [label]]);
    for (const limit of [1, 2, 50]) {
      const rows = await walk(project, { order: "confusion" }, limit);
      const tags = rows.map(({ members }) =>
        members
          .map(({ tagId }) => tagId)
          .sort()
          .join(" "),
      );
      expect(tags).toEqual(["LABEL LOADED", "LABEL LOADED", "DOUBT LOADED", "VAGUE VAGUE"]);
    }
  });

  it("brings the article with the least left first, as decisions are made", async () => {
    const project = await makeReviewedProject([
      [loaded, vague],
      [label, short],
    ]);
    const second = await addArticle(project, [[loaded], [label]]);
    for (const limit of [1, 2, 50]) {
      const rows = await walk(project, { order: "release" }, limit);
      expect(rows.map(({ articleId }) => articleId)).toEqual([
        second,
        project.articleId,
        project.articleId,
      ]);
    }
    const [row] = await walk(project, { order: "release", article: second });
    const input = { id: uuidv7(), outcome: "reject", baseRevision: 0 } as const;
    const { nextOpenId } = await decide(project.actors.reviewer, row?.id ?? "", input, {
      ...{ order: "release", status: "open" },
    });
    expect((await walk(project, { article: project.articleId })).map(({ id }) => id)).toContain(
      nextOpenId,
    );
    const counts = await sql<{ nWaiting: number }>(
      `SELECT "nWaiting" FROM "ArticleReview" WHERE "projectId" = $1 ORDER BY 1`,
      [project.projectId],
    );
    expect(counts.map(({ nWaiting }) => nWaiting)).toEqual([0, 2]);
  });

  it("is filtered by article, outlet, annotators, and by who was spoken to", async () => {
    const project = await makeReviewedProject([[loaded], [label], []]);
    const { actors, projectId, articleId } = project;
    const { assignmentIds } = await assignArticle(project);
    await handIn(at(project.annotators, 0), at(assignmentIds, 0), [loaded]);
    await handIn(at(project.annotators, 1), at(assignmentIds, 1), []);
    await sql(`UPDATE "Article" SET outlet = 'The Paper' WHERE id = $1`, [articleId]);

    const found = async (view: InboxView) =>
      (await walk(project, view)).map((one) => one.articleId);
    expect(await found({ article: articleId })).toEqual([articleId]);
    expect(await found({ outlet: "The Paper" })).toEqual([articleId]);
    expect(await found({ outlet: "Another" })).toEqual([]);
    expect(await found({ annotators: "A01,A02" })).toHaveLength(2);
    expect(await found({ annotators: "A03" })).toEqual([articleId]);
    expect(await found({ annotators: "A99" })).toEqual([]);
    const choices = await listInboxChoices(actors.reviewer, projectId, { article: articleId });
    expect(choices.outlets).toContain("The Paper");
    expect(choices).toMatchObject({ annotators: ["A01", "A02", "A03"] });
    expect(choices.articleTitle).not.toBeNull();

    expect(await found({ mentions: "me" })).toEqual([]);
    const { disagreementId } = project;
    await addComment(actors.admin, disagreementId, { id: uuidv7(), text: "@R02, look." });
    expect(await found({ mentions: "me" })).toEqual([articleId]);
  });

  it("brings an article that somebody still reads later than one that only waits", async () => {
    const project = await makeReviewedProject([[loaded], [label], []]);
    const second = await addArticle(project, [[loaded], [label]]);
    const order = async () =>
      (await walk(project, { order: "release" })).map(({ articleId }) => articleId);
    const needs = () =>
      sql(
        `SELECT "nWaiting", "nUnsubmitted", "nMissing" FROM "ArticleReview" WHERE "articleId" = $1`,
        [second],
      );
    expect(await order()).toEqual([project.articleId, second]);
    expect(await needs()).toEqual([{ nWaiting: 1, nUnsubmitted: 1, nMissing: 2 }]);

    const { items } = await listProjectAssignments(project.actors.admin, project.projectId, {
      limit: 50,
    });
    const ofArticle = (articleId: string) => items.filter((one) => one.articleId === articleId);
    const third = at(project.annotators, 2);
    const last = ofArticle(second).find(({ annotatorId }) => annotatorId === third.userId);
    await handIn(third, last?.id ?? "", []);
    expect(await needs()).toEqual([{ nWaiting: 1, nUnsubmitted: 0, nMissing: 1 }]);
    for (const { id } of ofArticle(project.articleId)) {
      await reopenAssignment(project.actors.admin, id);
      await reopenAssignment(project.actors.admin, id);
    }
    expect(await order()).toEqual([second, project.articleId]);

    const more = [makeMember, makeMember].map((make) =>
      make(project.actors.admin, project.projectId, "annotator"),
    );
    const annotatorIds = (await Promise.all(more)).map(({ userId }) => userId);
    const plan = { articleIds: [second], perArticle: 5, seed: 1, dryRun: false };
    await Promise.all(
      annotatorIds.map((annotatorId) =>
        planAssignments(project.actors.admin, project.projectId, {
          ...{ ...plan, annotatorIds: [annotatorId] },
        }),
      ),
    );
    expect(await needs()).toEqual([{ nWaiting: 1, nUnsubmitted: 2, nMissing: 3 }]);
  });

  it("is filtered by the two tags that are confused, week and codebook version", async () => {
    const project = await makeReviewedProject([[loaded], [label]]);
    const doubted = await addArticle(project, [[loaded], [doubt]]);
    // Both chose both tags: nothing is confused.
    await addArticle(project, [
      [loaded, label, vague],
      [loaded, label, short],
    ]);
    const found = async (view: InboxView) =>
      (await walk(project, view)).map((one) => one.articleId);
    expect(await found({ tag: "LOADED", confusedWith: "LABEL" })).toEqual([project.articleId]);
    expect(await found({ tag: "LABEL", confusedWith: "LOADED" })).toEqual([project.articleId]);
    expect(await found({ confusedWith: "DOUBT" })).toEqual([doubted]);
    expect(await found({ tag: "LABEL", confusedWith: "DOUBT" })).toEqual([]);

    const week = isoWeek(new Date().toISOString().slice(0, 10));
    const { projectId, actors } = project;
    expect(await found({ week })).toHaveLength(3);
    expect(await found({ week: "2020-W01" })).toEqual([]);
    await publishCodebook(actors.admin, projectId, { ...defaultCodebook, rules: [] });
    const later = await addArticle(project, [[loaded], [label]]);
    expect(await found({ codebookVersion: 1 })).toHaveLength(3);
    expect(await found({ codebookVersion: 2 })).toEqual([later]);
    const choices = await listInboxChoices(actors.reviewer, projectId, {});
    expect(choices).toMatchObject({ weeks: [week], codebookVersions: [1, 2] });
    const id = uuidv7();
    const view = { tag: "LOADED", confusedWith: "LABEL", codebookVersion: 1, week } as const;
    await saveView(actors.reviewer, projectId, { id, name: "Pair", query: view, isShared: false });
    const { items } = await listSavedViews(actors.reviewer, projectId);
    expect(items).toMatchObject([{ query: view }]);
  });

  it("goes on to the next of the same view, round at the end", async () => {
    const project = await makeReviewedProject([
      [loaded, vague],
      [label, vague],
    ]);
    for (let n = 0; n < 2; n++) await addArticle(project, [[loaded, vague], [doubt]]);
    const { reviewer } = project.actors;
    const rows = await walk(project, { kind: "tag", order: "split" });
    const next = async (id = "") =>
      (await getDisagreement(reviewer, id, { kind: "tag", order: "split" })).nextOpenId;
    expect(rows).toHaveLength(3);
    expect(await next(rows[0]?.id)).toBe(rows[1]?.id);
    expect(await next(rows[2]?.id)).toBe(rows[0]?.id);
  });

  it("counts everybody who handed in, also those who come later", async () => {
    const project = await makeReviewedProject([[loaded], [label]]);
    const [row] = await walk(project, {});
    expect(row).toMatchObject({ nAnnotators: 2, isAppealed: false });
  });
});

describe("a saved view", () => {
  const query = { status: "open", order: "split" } as const;

  it("is its owner's, or everybody's who reviews, and is only taken away by its owner", async () => {
    const { actors, projectId } = await makeReviewedProject();
    const [mine, shared] = [uuidv7(), uuidv7()];
    await saveView(actors.reviewer, projectId, { id: mine, name: "Mine", query, isShared: false });
    const view = { id: shared, name: "Ours", query, isShared: true };
    await saveView(actors.reviewer, projectId, view);
    await saveView(actors.reviewer, projectId, view);
    const seen = await listSavedViews(actors.admin, projectId);
    expect(seen.items).toEqual([{ ...view, owner: "R02", isMine: false }]);
    await expect(saveView(actors.admin, projectId, view)).rejects.toMatchObject({
      code: "conflict",
    });
    await expect(removeSavedView(actors.admin, projectId, shared)).rejects.toMatchObject({
      code: "not_found",
    });
    const { items } = await removeSavedView(actors.reviewer, projectId, shared);
    expect(items.map(({ name }) => name)).toEqual(["Mine"]);
    expect((await listSavedViews(actors.admin, projectId)).items).toEqual([]);
  });
});

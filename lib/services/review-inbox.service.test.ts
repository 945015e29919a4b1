import { v7 as uuidv7 } from "uuid";
import { describe, expect, it } from "vitest";

import type { InboxView } from "../contracts/review";
import { decide } from "./decisions";
import { getDisagreement, listDisagreements, listInboxChoices } from "./review";
import { addComment } from "./review-comments";
import { listSavedViews, removeSavedView, saveView } from "./review-views";
import { handIn } from "./testing/make-operations";
import { makeReviewedProject, type ReviewedProject } from "./testing/make-reviewed-project";
import { assignArticle, at } from "./testing/make-project";
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

import { describe, expect, it } from "vitest";

import { weakTagOf } from "../server/conditional";
import { correctArticle, getArticle } from "./article-detail";
import { getProject, updateProject } from "./projects";
import { at, makeArticles, makeProject } from "./testing/make-project";

describe("an edit that names what it was made on", () => {
  it("goes through while nobody else has edited it, whatever was counted meanwhile", async () => {
    const made = await makeProject({ nAnnotators: 0 });
    const { projectId, actors } = made;
    const seen = await getProject(actors.admin, projectId);
    const etag = weakTagOf(JSON.stringify(seen), seen.editTag);
    await makeArticles(made);
    const after = await updateProject(actors.admin, projectId, { name: "First" }, etag);
    expect(after).toMatchObject({ name: "First", counts: { articles: 1 } });
    expect(after.editTag).not.toBe(seen.editTag);
  });

  it("is refused when somebody else was first, says what stands, and changes nothing", async () => {
    const { projectId, actors } = await makeProject({ nAnnotators: 0 });
    const { editTag } = await getProject(actors.admin, projectId);
    const edit = (name: string) => updateProject(actors.admin, projectId, { name }, `"${editTag}"`);
    const results = await Promise.allSettled([edit("One"), edit("Two")]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const { name } = await getProject(actors.admin, projectId);
    await expect(edit("Three")).rejects.toMatchObject({
      code: "precondition_failed",
      details: { current: { name } },
    });
    expect((await getProject(actors.admin, projectId)).name).toBe(name);
  });

  it("without saying so is the last one, which wins", async () => {
    const { projectId, actors } = await makeProject({ nAnnotators: 0 });
    await updateProject(actors.admin, projectId, { name: "One" });
    expect(await updateProject(actors.admin, projectId, { name: "Two" })).toMatchObject({
      name: "Two",
    });
  });

  it("goes for an article's language too", async () => {
    const made = await makeProject({ nAnnotators: 0 });
    const { projectId, actors } = made;
    const articleId = at(await makeArticles(made), 0);
    const { editTag } = await getArticle(actors.admin, projectId, articleId);
    const correct = (language: string) =>
      correctArticle(actors.admin, projectId, articleId, { language }, `"${editTag}"`);
    await correct("pl");
    await expect(correct("cs")).rejects.toMatchObject({
      code: "precondition_failed",
      details: { current: { language: "pl" } },
    });
  });
});

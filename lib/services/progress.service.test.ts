import { describe, expect, it } from "vitest";

import { listProjectAssignments, planAssignments } from "./assignments";
import { removeMember } from "./members";
import { getProgress } from "./progress";
import { reopenAssignment, submitAssignment } from "./submission";
import { at, makeArticles, makeProject } from "./testing/make-project";

/** One annotator with four articles, all alike in length. */
async function open() {
  const project = await makeProject({ nAnnotators: 1 });
  const annotator = at(project.annotators, 0);
  const articleIds = await makeArticles(project, 4);
  await planAssignments(project.actors.admin, project.projectId, {
    ...{ articleIds, annotatorIds: [annotator.userId], perArticle: 1, seed: 1, dryRun: false },
  });
  const list = { limit: 50 };
  const { items } = await listProjectAssignments(project.actors.admin, project.projectId, list);
  const submit = (index: number, activeSeconds: number) =>
    submitAssignment(annotator, at(items, index).id, {
      ...{ nothingFound: true, answers: {}, activeSeconds },
    });
  const nCharacters = at(items, 0).nCodePoints;
  return { ...project, annotator, items, submit, nCharacters };
}

describe("progress", () => {
  it("counts every article, and names the first as next", async () => {
    const { annotator, projectId, items, nCharacters } = await open();
    expect(await getProgress(annotator)).toMatchObject({
      items: [
        {
          ...{ projectId, nAssignments: 4, nRemainingCharacters: 4 * nCharacters },
          byStatus: { assigned: 4, in_progress: 0, returned: 0, submitted: 0 },
          remaining: { seconds: null, reason: "too_few_measured" },
        },
      ],
      next: { id: items[0]?.id },
    });
  });

  it("estimates from the second measured article on, by the person's own pace", async () => {
    const { annotator, submit } = await open();
    await submit(0, 60);
    await submit(1, 0);
    expect((await getProgress(annotator)).items[0]?.remaining).toMatchObject({ seconds: null });
    await submit(2, 120);
    const [now] = (await getProgress(annotator)).items;
    expect(now?.remaining.seconds).toBeCloseTo(90, 6);
  });

  it("puts what came back before what is new", async () => {
    const { actors, annotator, items, submit } = await open();
    await submit(2, 60);
    await reopenAssignment(actors.admin, at(items, 2).id);
    expect((await getProgress(annotator)).next).toMatchObject({
      ...{ id: items[2]?.id, status: "returned" },
    });
  });

  it("is of the projects that one still annotates in, and of nobody else's work", async () => {
    const { actors, annotator, projectId } = await open();
    expect(await getProgress(actors.admin)).toEqual({ items: [], next: null });
    await removeMember(actors.admin, projectId, annotator.userId);
    expect(await getProgress(annotator)).toEqual({ items: [], next: null });
  });
});

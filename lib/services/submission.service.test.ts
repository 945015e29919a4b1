import { describe, expect, it } from "vitest";

import { saveOperations } from "./annotation";
import { getAssignment, listProjectAssignments } from "./assignments";
import { publishCodebook } from "./codebook";
import { updateProject } from "./projects";
import { listDisagreements } from "./review";
import { reopenAssignment, submitAssignment } from "./submission";
import { defaultCodebook } from "../domain/codebook/default-codebook";
import { assignArticle, at, makeProject, type TestProject } from "./testing/make-project";
import { addOf, handIn, type Mark } from "./testing/make-operations";
import { sql } from "./testing/sql";

const loaded = { quote: "complained", tagId: "LOADED" };
const label = { quote: "complained", tagId: "LABEL" };
const vague = { quote: "one Western official", tagId: "VAGUE" };

async function open(nAnnotators = 2) {
  const project = await makeProject({ nAnnotators });
  const { articleId, assignmentIds } = await assignArticle(project);
  const hand = (index: number, ...marks: Mark[]) =>
    handIn(at(project.annotators, index), at(assignmentIds, index), marks);
  return { project, articleId, assignmentIds, hand };
}

async function inbox({ projectId, actors }: TestProject) {
  const { items } = await listDisagreements(actors.reviewer, projectId, { limit: 50 });
  return items;
}

describe("submitting", () => {
  it("without spans needs “nothing found”, and stores that it was said", async () => {
    const { project, assignmentIds } = await open();
    const [annotator, id] = [at(project.annotators, 0), at(assignmentIds, 0)];
    await expect(
      submitAssignment(annotator, id, { nothingFound: false, answers: {} }),
    ).rejects.toMatchObject({
      code: "invalid",
      details: { reason: "nothing_found_unsaid", errors: [{ path: "nothingFound" }] },
    });
    expect(await getAssignment(annotator, id)).toMatchObject({ status: "assigned" });

    await submitAssignment(annotator, id, { nothingFound: true, answers: {} });
    const stored = await getAssignment(annotator, id);
    expect(stored).toMatchObject({ status: "submitted", nothingFound: true, spans: [] });
  });

  it("with spans refuses “nothing found”", async () => {
    const { project, assignmentIds } = await open();
    const [annotator, id] = [at(project.annotators, 0), at(assignmentIds, 0)];
    await saveOperations(annotator, id, [addOf(loaded)]);
    await expect(
      submitAssignment(annotator, id, { nothingFound: true, answers: {} }),
    ).rejects.toMatchObject({ code: "invalid" });
    expect(await getAssignment(annotator, id)).toMatchObject({ status: "in_progress" });
  });

  it("twice, also at the same moment, answers alike and is logged once", async () => {
    const { project, assignmentIds } = await open();
    const [annotator, id] = [at(project.annotators, 0), at(assignmentIds, 0)];
    const submit = () => submitAssignment(annotator, id, { nothingFound: true, answers: {} });
    const answers = await Promise.all([submit(), submit(), submit()]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    const logged = await sql(
      `SELECT id FROM "Operation" WHERE "assignmentId" = $1 AND kind = 'submit'`,
      [id],
    );
    expect(logged).toHaveLength(1);
  });

  it("keeps the answers, and refuses ones that don't fit the questions", async () => {
    const { project, assignmentIds } = await open();
    const [annotator, id] = [at(project.annotators, 0), at(assignmentIds, 0)];
    const submit = (answers: Record<string, string | string[]>) =>
      submitAssignment(annotator, id, { nothingFound: true, answers });
    await expect(submit({ genre: "poem" })).rejects.toMatchObject({
      details: { errors: [{ path: "answers.genre" }] },
    });
    await submit({ genre: "report", further_frames: ["political", "morality"] });
    const { answers } = await getAssignment(annotator, id);
    expect(answers).toHaveLength(2);
    expect(answers).toContainEqual({
      ...{ questionId: "further_frames", value: ["political", "morality"] },
    });
  });

  it("records reasons, whether the source was hidden, and the time of all visits", async () => {
    const { project, assignmentIds } = await open();
    const [annotator, id] = [at(project.annotators, 0), at(assignmentIds, 0)];
    const { projectId, actors } = project;
    await updateProject(actors.admin, projectId, { isOutletBlind: true });
    const overruledHints = { "R6 some-span": "irony, both voices" };
    const submit = (activeSeconds: number) =>
      submitAssignment(annotator, id, {
        ...{ nothingFound: true, answers: {}, overruledHints, activeSeconds },
      });
    await submit(40);
    await reopenAssignment(actors.admin, id);
    await updateProject(actors.admin, projectId, { isOutletBlind: false });
    await submit(2);
    expect(await getAssignment(annotator, id)).toMatchObject({ overruledHints });
    expect(await sql(`SELECT "activeSeconds" FROM "Assignment" WHERE id = $1`, [id])).toEqual([
      { activeSeconds: 42 },
    ]);
    // What the reader saw after the first submission doesn't change how the article was read.
    const { items } = await listProjectAssignments(actors.admin, projectId, { limit: 50 });
    expect(items.map((item) => [item.id === id, item.wasOutletBlind])).toEqual(
      expect.arrayContaining([
        [true, true],
        [false, null],
      ]),
    );
  });

  it("of many articles at the same moment succeeds for all", async () => {
    const project = await makeProject({ nAnnotators: 4 });
    const articles = [];
    for (let count = 0; count < 4; count += 1) articles.push(await assignArticle(project));
    const states = await Promise.all(
      articles.flatMap(({ assignmentIds }) =>
        assignmentIds.map((id, index) =>
          submitAssignment(at(project.annotators, index), id, { nothingFound: true, answers: {} }),
        ),
      ),
    );
    expect(states.map(({ status }) => status)).toEqual(Array(16).fill("submitted"));
  });
});

describe("disagreements", () => {
  it("appear with the second submission, and not before", async () => {
    const { project, hand } = await open();
    await hand(0, loaded);
    expect(await inbox(project)).toEqual([]);
    await hand(1, label);
    expect(await inbox(project)).toMatchObject([
      { status: "open", kind: "tag", family: "FRAMING", members: [{}, {}] },
    ]);
  });

  it("don't appear where everybody marked the same; that is gold at once", async () => {
    const { project, articleId, hand } = await open();
    await hand(0, loaded, vague);
    await hand(1, loaded);
    expect(await inbox(project)).toMatchObject([{ kind: "one_sided", family: "SOURCING" }]);
    const gold = await sql(
      `SELECT "tagId", outcome::text, "nSupport", "nAnnotators" FROM "GoldSpan"
       WHERE "articleId" = $1 AND "retiredAt" IS NULL`,
      [articleId],
    );
    expect(gold).toEqual([{ tagId: "LOADED", outcome: "unanimous", nSupport: 2, nAnnotators: 2 }]);
  });

  it("come out the same whatever the order or the moment of submission", async () => {
    const layers: Mark[][] = [[loaded, vague], [label], []];
    const outcomes = await Promise.all(
      [[0, 1, 2], [2, 1, 0], "at once" as const].map(async (order) => {
        const { project, hand } = await open(3);
        const send = (index: number) => hand(index, ...at(layers, index));
        if (order === "at once") await Promise.all([0, 1, 2].map(send));
        else for (const index of order) await send(index);
        return (await inbox(project))
          .map(({ kind, family, start, end, members }) => ({
            ...{ kind, family, start, end, tags: members.map(({ tagId }) => tagId).sort() },
          }))
          .sort((a, b) => a.start - b.start);
      }),
    );
    expect(at(outcomes, 0).map(({ kind }) => kind)).toEqual(["one_sided", "one_sided"]);
    expect(outcomes).toEqual([outcomes[0], outcomes[0], outcomes[0]]);
  });

  it("are found by status, kind, family and tag", async () => {
    const { project, hand } = await open();
    await hand(0, loaded, vague);
    await hand(1, label);
    const count = async (filter: Partial<Parameters<typeof listDisagreements>[2]>) => {
      const query = { limit: 50, ...filter };
      return (await listDisagreements(project.actors.reviewer, project.projectId, query)).items
        .length;
    };
    expect(await count({})).toBe(2);
    expect(await count({ kind: "tag" })).toBe(1);
    expect(await count({ family: "SOURCING" })).toBe(1);
    expect(await count({ tag: "LABEL" })).toBe(1);
    expect(await count({ tag: "DOUBT" })).toBe(0);
    expect(await count({ status: "decided" })).toBe(0);
  });

  it("are judged by the codebook that the layers were made under", async () => {
    const { project, hand } = await open();
    await hand(0, loaded);
    await publishCodebook(project.actors.admin, project.projectId, {
      ...defaultCodebook,
      families: defaultCodebook.families.map((family) =>
        family.id === "FRAMING" ? { ...family, isCompared: false } : family,
      ),
    });
    await hand(1, label);
    expect(await inbox(project)).toMatchObject([{ family: "FRAMING", kind: "tag" }]);
  });
});

describe("reopening", () => {
  it("twice is harmless, and the spans and answers are still there", async () => {
    const { project, assignmentIds, hand } = await open();
    const [annotator, id] = [at(project.annotators, 0), at(assignmentIds, 0)];
    const [spanId] = await hand(0, loaded);
    const first = await reopenAssignment(project.actors.admin, id);
    expect(first).toMatchObject({ status: "returned" });
    expect(await reopenAssignment(project.actors.admin, id)).toEqual(first);
    expect(await getAssignment(annotator, id)).toMatchObject({
      ...{ status: "returned", spans: [{ id: spanId }] },
    });
  });
});

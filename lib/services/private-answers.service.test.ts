import { describe, expect, it } from "vitest";

import { getAssignment } from "./assignments";
import { listDisagreements } from "./review";
import { submitAssignment } from "./submission";
import { assignArticle, at, makeProject } from "./testing/make-project";
import { handIn } from "./testing/make-operations";
import { readExport } from "./testing/read-export";
import { sql } from "./testing/sql";

describe("answers about the annotator", () => {
  it("are theirs alone: in no export, no log, and no table that others read", async () => {
    const project = await makeProject();
    const { assignmentIds } = await assignArticle(project);
    const [annotator, id] = [at(project.annotators, 0), at(assignmentIds, 0)];
    const answers = { genre: "report", prior_feeling: "-2" };
    await submitAssignment(annotator, id, { nothingFound: true, answers });

    const { answers: own } = await getAssignment(annotator, id);
    expect(Object.fromEntries(own.map(({ questionId, value }) => [questionId, value]))).toEqual(
      answers,
    );
    const exported = await readExport(project.actors.researcher, project.projectId, "answers.csv");
    expect(exported).toContain("genre");
    expect(exported).not.toContain("prior_feeling");
    const logged = await sql<{ payload: unknown }>(
      `SELECT payload FROM "Operation" WHERE "assignmentId" = $1`,
      [id],
    );
    expect(JSON.stringify(logged)).toContain("genre");
    expect(JSON.stringify(logged)).not.toContain("prior_feeling");
  });
});

describe("claims", () => {
  it("are kept and counted, and nobody has to agree on them", async () => {
    const project = await makeProject();
    const { assignmentIds } = await assignArticle(project);
    const claim = { quote: "a creeping expansion", tagId: "CLAIM" };
    await handIn(at(project.annotators, 0), at(assignmentIds, 0), [claim]);
    await handIn(at(project.annotators, 1), at(assignmentIds, 1), []);
    const { items } = await listDisagreements(project.actors.reviewer, project.projectId, {
      limit: 50,
    });
    expect(items).toEqual([]);
    const rows = await readExport(project.actors.researcher, project.projectId, "annotations.csv");
    expect(rows).toContain("CLAIM");
  });
});

import { sql } from "./sql";
import { assignArticle, at, makeProject, type TestProject } from "./make-project";
import { handIn, type Mark } from "./make-operations";

export type ExportProject = TestProject & { articleIds: string[] };

const layers: readonly (readonly Mark[])[][] = [
  [
    [
      { quote: "complained", tagId: "LOADED", attributes: { note: 'a "note"', intensity: 2 } },
      { quote: "👩‍👩‍👧 plans", tagId: "LABEL", attributes: { target: "them", confidence: 3 } },
      { quote: "one Western official", tagId: "ANONYMOUS", attributes: { entity: "official" } },
    ],
    [{ quote: "plans", tagId: "LOADED" }],
    [{ quote: "reluctant", tagId: "LOADED", segment: "title" }],
  ],
  [[{ quote: "refusal", tagId: "LOADED" }], [], [{ quote: "Naïve", tagId: "DOUBT" }]],
];

/** Two articles of two outlets and days that three people handed in. */
export async function makeExportProject(): Promise<ExportProject> {
  const project = await makeProject({ nAnnotators: 3 });
  const articleIds: string[] = [];
  for (const marks of layers) {
    const { articleId, assignmentIds } = await assignArticle(project);
    articleIds.push(articleId);
    for (const [n, own] of marks.entries()) {
      await handIn(at(project.annotators, n), at(assignmentIds, n), own);
    }
  }
  await sql(
    `UPDATE "Article" SET outlet = 'O''Brien, Daily', "publishedOn" = '2026-03-01' WHERE id = $1`,
    [at(articleIds, 1)],
  );
  return { ...project, articleIds };
}

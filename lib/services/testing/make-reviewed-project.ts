import { getDisagreement, listDisagreements } from "../review";
import { assignArticle, at, makeProject, type TestProject } from "./make-project";
import { handIn, type Mark } from "./make-operations";

export type ReviewedProject = TestProject & {
  articleId: string;
  /** In the order of `annotators`. */
  assignmentIds: string[];
  /** The first disagreement, if the layers disagree. */
  disagreementId: string;
  currentRevision: () => Promise<number>;
};

export const oneSided: readonly (readonly Mark[])[] = [
  [{ quote: "complained", tagId: "LOADED" }],
  [],
];

/** A project whose one article was handed in by everybody, each with their own marks. */
export async function makeReviewedProject(
  layers: readonly (readonly Mark[])[] = oneSided,
): Promise<ReviewedProject> {
  const project = await makeProject({ nAnnotators: layers.length });
  const { articleId, assignmentIds } = await assignArticle(project);
  for (const [index, marks] of layers.entries()) {
    await handIn(at(project.annotators, index), at(assignmentIds, index), marks);
  }
  const { reviewer } = project.actors;
  const { items } = await listDisagreements(reviewer, project.projectId, { limit: 50 });
  const disagreementId = items[0]?.id ?? "";
  const currentRevision = async () => (await getDisagreement(reviewer, disagreementId)).revision;
  return { ...project, articleId, assignmentIds, disagreementId, currentRevision };
}

import { v7 as uuidv7 } from "uuid";

import { db } from "../../db/client";
import { insertUser } from "../../db/users";
import type { Actor } from "../../domain/access/actor";
import type { Role } from "../../domain/access/policy";
import type { PresetId } from "../../domain/codebook/presets/preset-ids";
import { hashPassword } from "../../server/password";
import { importArticles } from "../article-import";
import { listProjectAssignments, planAssignments } from "../assignments";
import { sourceOfBytes } from "../import/source";
import { addMember } from "../members";
import { createProject } from "../projects";

export const password = "correct horse battery";
let sharedHash: Promise<string> | undefined;

/** A new account, known to no project. */
export async function makePerson({ mayCreateProjects = false } = {}): Promise<
  Actor & { email: string }
> {
  const [id, email] = [uuidv7(), `${uuidv7()}@example.org`];
  // Hashing is slow on purpose, and most tests never sign anybody in.
  const passwordHash = await (sharedHash ??= hashPassword(password));
  await insertUser(db(), { id, email, name: "Ann Example", passwordHash, mayCreateProjects });
  return { userId: id, email };
}

export async function makeMember(admin: Actor, projectId: string, role: Role): Promise<Actor> {
  const { userId, email } = await makePerson();
  await addMember(admin, projectId, { email, role });
  return { userId };
}

export type TestProject = {
  projectId: string;
  /** One person of each role; the annotator is the first of `annotators`. */
  actors: Record<Role, Actor>;
  annotators: Actor[];
};

/** A project of its own with new people, made through the services as the app would. */
export async function makeProject({
  nAnnotators = 2,
  preset,
}: { nAnnotators?: number; preset?: PresetId } = {}): Promise<TestProject> {
  const admin = await makePerson({ mayCreateProjects: true });
  const { id: projectId } = await createProject(admin, { name: "A test project", preset });
  const people = await Promise.all(Array.from({ length: nAnnotators + 2 }, () => makePerson()));
  // One after the other: pseudonyms follow the order of joining.
  for (const [index, { email }] of people.entries()) {
    const role = index === 0 ? "reviewer" : index === 1 ? "researcher" : "annotator";
    await addMember(admin, projectId, { email, role });
  }
  const [reviewer, researcher, ...annotators] = people;
  if (!reviewer || !researcher) throw new Error("nobody was made");
  const annotator = annotators[0] ?? (await makePerson());
  return { projectId, actors: { admin, reviewer, annotator, researcher }, annotators };
}

export const articleText = {
  title: "Leaders reluctant to move",
  paragraphs: [
    "Officials complained of a creeping expansion, one Western official said.",
    "“Naïve 👩‍👩‍👧 plans,” she claimed; the bloc's refusal is well known.",
  ],
};

/** An upload in the article form; `mark` tells its text from every other. */
export function articleFile(mark: string = uuidv7(), name = `${mark}.txt`) {
  const { title, paragraphs } = articleText;
  const lines = [title, "20260131", "https://www.example.org/news", ...paragraphs, mark];
  return { name, bytes: new TextEncoder().encode(lines.join("\n")) };
}

export async function makeArticles(
  { projectId, actors }: TestProject,
  count = 1,
): Promise<string[]> {
  const files = Array.from({ length: count }, () => sourceOfBytes(articleFile()));
  const options = { dryRun: false, partial: false };
  const { imported } = await importArticles(actors.admin, projectId, files, options);
  return imported.map(({ id }) => id);
}

/** One new article that everybody annotates. @returns assignment ids in the order of `annotators` */
export async function assignArticle(
  project: TestProject,
): Promise<{ articleId: string; assignmentIds: string[] }> {
  const { projectId, actors, annotators } = project;
  const [articleId = ""] = await makeArticles(project);
  await planAssignments(actors.admin, projectId, {
    articleIds: [articleId],
    annotatorIds: annotators.map(({ userId }) => userId),
    ...{ perArticle: annotators.length, seed: 1, dryRun: false },
  });
  const { items } = await listProjectAssignments(actors.admin, projectId, { limit: 200 });
  const mine = items.filter((item) => item.articleId === articleId);
  const assignmentIds = annotators.map(
    ({ userId }) => mine.find((item) => item.annotatorId === userId)?.id ?? "",
  );
  return { articleId, assignmentIds };
}

/** What a list must hold at a place, or the test is wrong. */
export function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new RangeError(`there is nothing at ${index}`);
  return item;
}

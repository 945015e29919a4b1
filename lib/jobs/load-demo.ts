import { randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";

import { v7 as uuidv7 } from "uuid";

import { disconnect } from "../db/client";
import type { Actor } from "../domain/access/actor";
import { listQueue } from "../services/assignments";
import { importArticles } from "../services/article-import";
import { sourceOfFile } from "../services/import/source";
import { planAssignments } from "../services/assignments";
import { addMember, listMembers } from "../services/members";
import { createProject } from "../services/projects";
import { createAccount } from "../services/accounts";
import { submitAssignment } from "../services/submission";
import { annotateAsDemo, type DemoFile } from "./demo-layer";

const demoFolder = path.join(process.cwd(), "prisma", "demo");
const people = [
  { email: "admin@demo.local", name: "Demo admin", role: "admin" },
  { email: "annotator-a@demo.local", name: "Annotator A", role: "annotator" },
  { email: "annotator-b@demo.local", name: "Annotator B", role: "annotator" },
  { email: "annotator-c@demo.local", name: "Annotator C", role: "annotator" },
  { email: "reviewer@demo.local", name: "Demo reviewer", role: "reviewer" },
  { email: "researcher@demo.local", name: "Demo researcher", role: "researcher" },
] as const;

/** Fills an empty database through the services, as people would, and keeps the password. */
async function loadDemo(): Promise<void> {
  const password = randomBytes(12).toString("base64url");
  const actors = new Map<string, Actor>();
  for (const { email, name } of people) {
    const mayCreateProjects = email === people[0].email;
    const userId = await createAccount({ email, name, password, mayCreateProjects });
    actors.set(email, { userId });
  }
  const actorOf = (email: string): Actor => {
    const actor = actors.get(email);
    if (!actor) throw new Error(`no demo account ${email}`);
    return actor;
  };
  const admin = actorOf("admin@demo.local");
  const project = await createProject(admin, { name: "Demo: news from one week" });
  for (const { email, role } of people.slice(1)) {
    await addMember(admin, project.id, { email, role });
  }

  const files = ["article-west-reluctant.txt", "article-unicode.txt"].map((name) =>
    sourceOfFile(name, path.join(demoFolder, name)),
  );
  const { imported } = await importArticles(admin, project.id, files, {
    dryRun: false,
    partial: false,
  });
  const members = await listMembers(admin, project.id);
  const annotatorIds = members.items.filter((m) => m.role === "annotator").map((m) => m.userId);
  await planAssignments(admin, project.id, {
    articleIds: imported.map(({ id }) => id),
    annotatorIds,
    perArticle: annotatorIds.length,
    seed: 1,
    dryRun: false,
  });

  const demo = JSON.parse(
    await readFile(path.join(demoFolder, "demo-annotations.json"), "utf8"),
  ) as DemoFile;
  const articleId = imported.find(({ file }) => file === files[0]?.name)?.id;
  for (const [layer, email] of [
    ["demo-a", "annotator-a@demo.local"],
    ["demo-b", "annotator-b@demo.local"],
  ] as const) {
    const actor = actorOf(email);
    const queue = await listQueue(actor, { limit: 50 });
    const assignment = queue.items.find((item) => item.articleId === articleId);
    if (!assignment) throw new Error(`${email} has no assignment on the demo article`);
    await annotateAsDemo(actor, assignment.id, demo, layer, uuidv7);
    await submitAssignment(actor, assignment.id, { nothingFound: false, answers: {} });
  }
  await keepPassword(password);
}

async function keepPassword(password: string): Promise<void> {
  const file = path.join(process.env.DATA_DIR ?? ".data", "demo-accounts.json");
  const accounts = people.map(({ email, name, role }) => ({ email, name, role }));
  const text = `${JSON.stringify({ password, accounts }, null, 2)}\n`;
  await writeFile(file, text, { mode: 0o600 });
}

await loadDemo();
await disconnect();

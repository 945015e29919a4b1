import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

import { v7 as uuidv7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";

import type { Actor } from "../domain/access/actor";
import { type Role, roles } from "../domain/access/policy";
import { AppError } from "../domain/errors";
import { saveOperations } from "./annotation";
import { listArticles } from "./articles";
import {
  findOwnAssignment,
  getAssignment,
  listProjectAssignments,
  listQueue,
  planAssignments,
} from "./assignments";
import { decide } from "./decisions";
import { addMember, listMembers, removeMember } from "./members";
import { getProject, updateProject } from "./projects";
import { getDisagreement, getReviewSummary, listDisagreements, listSimilar } from "./review";
import { addComment, listComments } from "./review-comments";
import { getArticleGold } from "./review-gold";
import { openReviewEvents, sayLooking } from "./review-live";
import { listPrecedents, listRules } from "./review-precedents";
import { undoDecision } from "./review-undo";
import { reopenAssignment } from "./submission";
import { exportCalls } from "./testing/export-calls";
import { importCalls } from "./testing/import-calls";
import { makeReviewedProject, type ReviewedProject } from "./testing/make-reviewed-project";
import { at, makeMember, makeProject } from "./testing/make-project";
import { addOf } from "./testing/make-operations";
import { agreementCalls } from "./testing/agreement-calls";
import { codebookCalls } from "./testing/codebook-calls";
import { releaseCalls } from "./testing/release-calls";
import { reopeningCalls } from "./testing/reopening-calls";
import { reviewCalls } from "./testing/review-calls";

type Row = {
  name: string;
  allowed: readonly Role[];
  call: (actor: Actor, place: ReviewedProject) => Promise<unknown>;
};

const plan = { perArticle: 1, seed: 1, dryRun: true };
const all = { limit: 50 };

const table: Row[] = [
  {
    name: "getProject",
    allowed: roles,
    call: (actor, { projectId }) => getProject(actor, projectId),
  },
  {
    name: "updateProject",
    allowed: ["admin"],
    call: (actor, { projectId }) => updateProject(actor, projectId, { name: "Renamed" }),
  },
  {
    name: "listMembers",
    allowed: ["admin"],
    call: (actor, { projectId }) => listMembers(actor, projectId),
  },
  {
    name: "addMember",
    allowed: ["admin"],
    call: (actor, { projectId }) =>
      addMember(actor, projectId, { email: `${uuidv7()}@example.org`, role: "annotator" }),
  },
  {
    name: "removeMember",
    allowed: ["admin"],
    call: (actor, { projectId, actors }) =>
      removeMember(actor, projectId, actors.researcher.userId),
  },
  ...codebookCalls,
  {
    name: "listArticles",
    allowed: ["admin", "reviewer", "researcher"],
    call: (actor, { projectId }) => listArticles(actor, projectId, all),
  },
  ...importCalls,
  {
    name: "listProjectAssignments",
    allowed: ["admin"],
    call: (actor, { projectId }) => listProjectAssignments(actor, projectId, all),
  },
  {
    name: "planAssignments",
    allowed: ["admin"],
    call: (actor, { projectId, articleId, annotators }) =>
      planAssignments(actor, projectId, {
        ...{ articleIds: [articleId], annotatorIds: annotators.map(({ userId }) => userId) },
        ...plan,
      }),
  },
  {
    name: "findOwnAssignment",
    allowed: ["annotator"],
    call: (actor, { assignmentIds }) => findOwnAssignment(actor, at(assignmentIds, 0)),
  },
  {
    name: "getAssignment",
    allowed: ["annotator"],
    call: (actor, { assignmentIds }) => getAssignment(actor, at(assignmentIds, 0)),
  },
  {
    name: "saveOperations",
    allowed: ["annotator"],
    call: (actor, { assignmentIds }) =>
      saveOperations(actor, at(assignmentIds, 0), [addOf({ quote: "bloc", tagId: "LABEL" })]),
  },
  {
    name: "listDisagreements",
    allowed: ["admin", "reviewer"],
    call: (actor, { projectId }) => listDisagreements(actor, projectId, all),
  },
  {
    name: "getDisagreement",
    allowed: ["admin", "reviewer"],
    call: (actor, { disagreementId }) => getDisagreement(actor, disagreementId),
  },
  {
    name: "decide",
    allowed: ["admin", "reviewer"],
    call: async (actor, { disagreementId, currentRevision }) =>
      decide(actor, disagreementId, {
        ...{ id: uuidv7(), outcome: "reject", baseRevision: await currentRevision() },
      }),
  },
  {
    name: "undoDecision",
    allowed: ["admin", "reviewer"],
    call: async (actor, { disagreementId, currentRevision }) => {
      const ids = { id: uuidv7(), decisionId: uuidv7() };
      const baseRevision = await currentRevision();
      await decide(actor, disagreementId, { id: ids.decisionId, outcome: "reject", baseRevision });
      await undoDecision(actor, disagreementId, ids);
    },
  },
  {
    name: "getReviewSummary",
    allowed: ["admin", "reviewer"],
    call: (actor, { projectId }) => getReviewSummary(actor, projectId),
  },
  {
    name: "listSimilar",
    allowed: ["admin", "reviewer"],
    call: (actor, { disagreementId }) => listSimilar(actor, disagreementId),
  },
  {
    name: "listComments",
    allowed: ["admin", "reviewer"],
    call: (actor, { disagreementId }) => listComments(actor, disagreementId),
  },
  {
    name: "addComment",
    allowed: ["admin", "reviewer"],
    call: (actor, { disagreementId }) =>
      addComment(actor, disagreementId, { id: uuidv7(), text: "@R01 why?" }),
  },
  {
    name: "sayLooking",
    allowed: ["admin", "reviewer"],
    call: (actor, { disagreementId }) => sayLooking(actor, disagreementId, true),
  },
  {
    name: "openReviewEvents",
    allowed: ["admin", "reviewer"],
    call: async (actor, { projectId }) => {
      await (await openReviewEvents(actor, projectId, () => Promise.resolve(true))).cancel();
    },
  },
  {
    name: "listRules",
    allowed: ["admin", "reviewer"],
    call: (actor, { projectId }) => listRules(actor, projectId),
  },
  {
    name: "listPrecedents",
    allowed: ["admin", "reviewer"],
    call: (actor, { projectId }) => listPrecedents(actor, projectId, "R1", all),
  },
  {
    name: "getArticleGold",
    allowed: ["admin", "reviewer", "researcher"],
    call: (actor, { projectId, articleId }) => getArticleGold(actor, projectId, articleId),
  },
  ...agreementCalls,
  ...exportCalls,
  ...releaseCalls,
  ...reopeningCalls,
  ...reviewCalls,
];

/** The code of the refusal, or "allowed". */
async function outcomeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return "allowed";
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

/** Somebody who could have made the call until a moment ago. */
async function makeFormer({ projectId, actors }: ReviewedProject, allowed: readonly Role[]) {
  const { admin } = actors;
  const role = allowed.findLast((one) => one !== "admin");
  const former = role ? actors[role] : await makeMember(admin, projectId, "admin");
  await removeMember(admin, projectId, former.userId);
  return former;
}

describe("each service checks for itself who may call it:", () => {
  let elsewhere: ReviewedProject;
  beforeAll(async () => {
    elsewhere = await makeReviewedProject();
  });

  it.each(table)("$name", async ({ allowed, call }) => {
    const here = await makeReviewedProject();
    const outcomes: Record<string, string> = {};
    const expected: Record<string, string> = {};
    // What changes something comes last, so that it changes nothing for the others.
    const order = [...roles].sort(
      (a, b) => Number(allowed.includes(a)) - Number(allowed.includes(b)),
    );
    for (const role of order) {
      const actor = here.actors[role];
      outcomes[`${role} there`] = await outcomeOf(call(actor, elsewhere));
      expected[`${role} there`] = "not_found";
      outcomes[`${role} here`] = await outcomeOf(call(actor, here));
      expected[`${role} here`] = allowed.includes(role) ? "allowed" : "forbidden";
    }
    outcomes["former member"] = await outcomeOf(call(await makeFormer(here, allowed), here));
    expected["former member"] = "not_found";
    expect(outcomes).toEqual(expected);
  });

  it("is asked of every service that acts for somebody", () => {
    const aboutOneself = [
      ...["createProject", "createToken", "getMe", "getProgress", "getQueue", "listFeedback"],
      ...["listOpenDiscussions", "listProjects", "listQueue", "listTokens", "revokeToken"],
    ];
    const folder = import.meta.dirname;
    const sources = readdirSync(folder).filter((name) => /^[a-z-]+\.ts$/.test(name));
    const acting = sources.flatMap((name) => {
      const source = readFileSync(path.join(folder, name), "utf8");
      const found = source.matchAll(/^export (?:async )?function (\w+)\(\s*actor: Actor/gm);
      return [...found].map(([, functionName = ""]) => functionName);
    });
    const tested = [...table.map(({ name }) => name), ...aboutOneself];
    expect(acting.filter((name) => name !== "authorise").sort()).toEqual(tested.sort());
  });

  it("an id of another project as a cursor shows nothing of that project", async () => {
    const here = await makeReviewedProject();
    const { admin, annotator } = here.actors;
    const foreign = at(elsewhere.assignmentIds, 0);
    const lists = await Promise.all([
      listProjectAssignments(admin, here.projectId, { ...all, cursor: foreign }),
      listQueue(annotator, { ...all, cursor: foreign }),
      listDisagreements(admin, here.projectId, { ...all, cursor: elsewhere.disagreementId }),
    ]);
    for (const { projectId } of lists.flatMap(({ items }): { projectId: string }[] => items)) {
      expect(projectId).toBe(here.projectId);
    }
  });

  it("an address that can't be an id is an address with nothing there", async () => {
    const { actors } = await makeProject({ nAnnotators: 1 });
    const calls = [
      getProject(actors.admin, "1; DROP TABLE"),
      getAssignment(actors.annotator, ""),
      getDisagreement(actors.reviewer, "null"),
      reopenAssignment(actors.admin, uuidv7()),
      getDisagreement(actors.reviewer, uuidv7()),
    ];
    expect(await Promise.all(calls.map(outcomeOf))).toEqual(Array(5).fill("not_found"));
  });
});

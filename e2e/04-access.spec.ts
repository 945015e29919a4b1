import { expect, test } from "@playwright/test";

import { signIn, signInAndOpen } from "./fixtures/accounts";
import { callByHand, callFromPage, type Caller } from "./fixtures/callers";
import { codebooks } from "./fixtures/codebooks";
import { asking, givingBack } from "./fixtures/giving-back";
import { feedback } from "./fixtures/feedback-addresses";
import { imports } from "./fixtures/imports";
import { all, pages, type Role, roles } from "./fixtures/pages";
import { makeTwoProjects, type World } from "./fixtures/two-projects";

type Address = {
  method: "GET" | "POST" | "PATCH" | "DELETE";
  path: (ids: World["own"]) => string;
  body?: (world: World) => unknown;
  may: readonly Role[];
};
const uuid = () => crypto.randomUUID();
const project = ({ projectId }: World["own"]) => `/api/v1/projects/${projectId}`;
const release = (ids: World["own"]) => `${project(ids)}/releases/${ids.releaseId}`;
const exporters = ["admin", "researcher"] as const;

/** Reads and writes of every endpoint that belongs to a project, and who may. */
const endpoints: Record<string, Address> = {
  project: { method: "GET", path: project, may: all },
  settings: {
    method: "PATCH",
    path: project,
    body: () => ({ annotatorsPerArticle: 2 }),
    may: ["admin"],
  },
  members: { method: "GET", path: (ids) => `${project(ids)}/members`, may: ["admin"] },
  invite: {
    method: "POST",
    path: (ids) => `${project(ids)}/members`,
    body: () => ({ email: `${uuid()}@lab.example`, role: "annotator" }),
    may: ["admin"],
  },
  removal: {
    method: "DELETE",
    path: (ids) => `${project(ids)}/members/${ids.leaverId}`,
    may: ["admin"],
  },
  ...codebooks,
  articles: {
    method: "GET",
    path: (ids) => `${project(ids)}/articles`,
    may: ["admin", "reviewer", "researcher"],
  },
  ...imports,
  progress: { method: "GET", path: (ids) => `${project(ids)}/assignments`, may: ["admin"] },
  plan: {
    method: "POST",
    path: (ids) => `${project(ids)}/assignments`,
    body: ({ own }) => ({
      articleIds: [own.articleId],
      annotatorIds: [own.annotatorId],
      perArticle: 1,
      dryRun: true,
    }),
    may: ["admin"],
  },
  ...givingBack,
  inbox: {
    method: "GET",
    path: (ids) => `${project(ids)}/disagreements`,
    may: ["admin", "reviewer"],
  },
  disagreement: {
    method: "GET",
    path: ({ disagreementId }) => `/api/v1/disagreements/${disagreementId}`,
    may: ["admin", "reviewer"],
  },
  summary: { method: "GET", path: (ids) => `${project(ids)}/review`, may: ["admin", "reviewer"] },
  similar: {
    method: "GET",
    path: ({ disagreementId }) => `/api/v1/disagreements/${disagreementId}/similar`,
    may: ["admin", "reviewer"],
  },
  thread: {
    method: "GET",
    path: ({ disagreementId }) => `/api/v1/disagreements/${disagreementId}/comments`,
    may: ["admin", "reviewer"],
  },
  message: {
    method: "POST",
    path: ({ disagreementId }) => `/api/v1/disagreements/${disagreementId}/comments`,
    body: () => ({ id: uuid(), text: "@R01 why?" }),
    may: ["admin", "reviewer"],
  },
  presence: {
    method: "POST",
    path: ({ disagreementId }) => `/api/v1/disagreements/${disagreementId}/presence`,
    body: () => ({ isLooking: false }),
    may: ["admin", "reviewer"],
  },
  undo: {
    method: "POST",
    path: ({ disagreementId }) => `/api/v1/disagreements/${disagreementId}/undo`,
    body: () => ({ id: uuid(), decisionId: uuid() }),
    may: ["admin", "reviewer"],
  },
  ...feedback,
  rules: { method: "GET", path: (ids) => `${project(ids)}/rules`, may: ["admin", "reviewer"] },
  precedents: {
    method: "GET",
    path: (ids) => `${project(ids)}/rules/R1/decisions`,
    may: ["admin", "reviewer"],
  },
  gold: {
    method: "GET",
    path: (ids) => `${project(ids)}/articles/${ids.articleId}/gold`,
    may: ["admin", "reviewer", "researcher"],
  },
  agreement: {
    method: "GET",
    path: (ids) => `${project(ids)}/agreement`,
    may: ["admin", "reviewer", "researcher"],
  },
  ...Object.fromEntries(
    ["annotations", "gold", "articles", "assignments"].map((name) => [
      `${name}.csv`,
      {
        method: "GET",
        path: (ids: World["own"]) => `${project(ids)}/exports/${name}.csv`,
        may: ["admin", "researcher"],
      } satisfies Address,
    ]),
  ),
  releases: { method: "GET", path: (ids) => `${project(ids)}/releases`, may: exporters },
  freezing: {
    method: "POST",
    path: (ids) => `${project(ids)}/releases`,
    body: () => ({ note: "Again" }),
    may: exporters,
  },
  package: { method: "GET", path: (ids) => `${release(ids)}/package.zip`, may: exporters },
  "file of a release": {
    method: "GET",
    path: (ids) => `${release(ids)}/files/texts/${ids.articleId}.txt`,
    may: exporters,
  },
};

/** A layer is its annotator's alone: not even an admin reads or writes it there. */
const ofTheAnnotator: Record<string, Address> = {
  layer: {
    method: "GET",
    path: ({ openAssignmentId }) => `/api/v1/assignments/${openAssignmentId}`,
    may: ["annotator"],
  },
  saving: {
    method: "POST",
    path: ({ openAssignmentId }) => `/api/v1/assignments/${openAssignmentId}/operations`,
    body: () => ({
      operations: [{ id: uuid(), kind: "remove", spanId: uuid(), baseRevision: 1 }],
    }),
    may: ["annotator"],
  },
  asking,
};
const submission: Address = {
  method: "POST",
  path: ({ openAssignmentId }) => `/api/v1/assignments/${openAssignmentId}/submit`,
  body: () => ({ nothingFound: true, answers: { genre: "report" } }),
  may: [],
};
const decision: Address = {
  method: "POST",
  path: ({ disagreementId }) => `/api/v1/disagreements/${disagreementId}/decision`,
  body: () => ({ id: uuid(), outcome: "unresolved", baseRevision: 0 }),
  may: ["admin", "reviewer"],
};

let world: World;
test.beforeAll(async ({ baseURL }) => {
  world = await makeTwoProjects(baseURL ?? "");
});

for (const [way, connect] of [
  ["from a page", callFromPage],
  ["by hand", callByHand],
] as const) {
  for (const role of roles) {
    test(`${role}, asking ${way}, gets what the role may and nothing of strangers`, async ({
      page,
    }) => {
      await signInAndOpen(page, world.people[role]);
      const call = await connect(page);
      const mine = { ...endpoints, ...ofTheAnnotator, decision };
      for (const [name, address] of Object.entries(mine)) {
        await expectStatuses(call, role, name, address);
      }
      if (role !== "annotator") {
        expect((await ask(call, submission, world.own)).status).toBe(403);
      }
      // One's own project with the id of a foreign thing is as foreign as the thing.
      const mixed = { ...world.foreign, projectId: world.own.projectId };
      for (const name of ["layer", "disagreement", "reopening", "undo", "thread", "declining"]) {
        const address = mine[name as keyof typeof mine];
        if (address) expect((await ask(call, address, mixed)).status, name).toBe(404);
      }
    });
  }

  test(`nobody, asking ${way}, is told to sign in`, async ({ page }) => {
    await page.goto("/sign-in");
    const call = await connect(page);
    for (const [name, address] of Object.entries({ ...endpoints, ...ofTheAnnotator, decision })) {
      expect((await ask(call, address, world.own)).status, name).toBe(401);
    }
  });
}

for (const role of roles) {
  test(`${role} sees the pages of the role, and 404 on all others`, async ({ page }) => {
    await signIn(page, world.people[role]);
    // Asked by the browser's session, but not drawn: other journeys look at the pages.
    const statusOf = async (address: string) => (await page.request.get(address)).status();
    for (const [name, { path, may }] of Object.entries(pages)) {
      expect(await statusOf(path(world.own)), name).toBe(may.includes(role) ? 200 : 404);
      expect(await statusOf(path(world.foreign)), `foreign ${name}`).toBe(404);
    }
    const { projectId } = world.own;
    const mixed = `/projects/${projectId}/review/${world.foreign.disagreementId}`;
    expect(await statusOf(mixed)).toBe(404);
  });
}

/** The stream has no end, so only its beginning is asked for. */
test("events are for those who review, while they may", async ({ page }) => {
  for (const role of roles) {
    await signInAndOpen(page, world.people[role]);
    const begin = ({ projectId }: World["own"]) =>
      page.evaluate(async (path) => {
        const leaving = new AbortController();
        const response = await fetch(path, { signal: leaving.signal });
        leaving.abort();
        return [response.status, response.headers.get("content-type")];
      }, `/api/v1/projects/${projectId}/events`);
    const mayRead = role === "admin" || role === "reviewer";
    const [status, type] = await begin(world.own);
    expect(status, role).toBe(mayRead ? 200 : 403);
    expect(type).toContain(mayRead ? "text/event-stream" : "application/problem+json");
    expect((await begin(world.foreign))[0]).toBe(404);
    await page.context().clearCookies();
    expect((await begin(world.own))[0]).toBe(401);
  }
});

test("nobody is sent from every page to sign in", async ({ request }) => {
  for (const [name, { path }] of Object.entries(pages)) {
    expect((await request.get(path(world.own))).url(), name).toContain("/sign-in");
  }
});

async function expectStatuses(call: Caller, role: Role, name: string, address: Address) {
  const foreign = await ask(call, address, world.foreign);
  expect(foreign.status, `foreign ${name}: ${foreign.text}`).toBe(404);
  const own = await ask(call, address, world.own);
  if (address.may.includes(role)) {
    // Deciding, removing and reopening a second time may meet what the first time left.
    expect([200, 404, 409], `${name}: ${own.text}`).toContain(own.status);
    if (address.method === "GET") expect(own.status, name).toBe(200);
  } else {
    expect(own.status, `${name}: ${own.text}`).toBe(403);
  }
}

function ask(call: Caller, address: Address, ids: World["own"]) {
  return call(address.method, address.path(ids), address.body?.(world));
}

import { type APIRequestContext, expect, type Page, test } from "@playwright/test";

import { demoEmail, demoPassword, signIn } from "./fixtures/accounts";
import { articleFile, connect, ok } from "./fixtures/http";
import { pythonOf, rOf, runScript, whyNot } from "./fixtures/notebook";
import { expectAccessible } from "./fixtures/accessible";

test.describe.configure({ mode: "serial" });

const phrase = "a bloodbath";
const sentence = `Critics called it ${phrase} at the polls 🗳️.`;
let projectId = "";

const asRole = (baseURL: string | undefined, role: Parameters<typeof demoEmail>[0]) =>
  connect(baseURL ?? "", demoEmail(role), demoPassword());

async function open(page: Page, where = ""): Promise<void> {
  await page.goto(`/projects/${projectId}/codebook${where}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}

test("a project starts from a published scheme, whose source is cited", async ({ page }) => {
  await signIn(page, "admin");
  await page.goto("/projects");
  await page.getByRole("button", { name: "New project" }).click();
  await page.getByLabel("Name").fill("Techniques");
  await page.getByLabel("Start from").selectOption({ label: "PTC-14: propaganda techniques" });
  await expectAccessible(page);
  await page.getByRole("button", { name: "Create project" }).click();
  await expect(page.getByRole("navigation", { name: "Project" })).toBeVisible();
  projectId = /projects\/([^/]+)/.exec(page.url())?.[1] ?? "";

  await page.getByRole("link", { name: "Codebook", exact: true }).click();
  await expect(page.getByRole("heading", { name: /^Thought-terminating Cliches/ })).toBeVisible();
  await expect(page.getByText(/SemEval-2020 Task 11/).first()).toBeVisible();
  await page.getByText("What its tags come closest to").first().click();
  await expect(page.getByRole("row", { name: /Loaded_Language.*LOADED/ })).toBeVisible();
  await expectAccessible(page);
});

test("work is done with it: one span, marked by an annotator", async ({ baseURL }) => {
  const admin = await asRole(baseURL, "admin");
  const base = `/api/v1/projects/${projectId}`;
  const email = demoEmail("annotator-c");
  await ok(admin.post(`${base}/members`, { data: { email, role: "annotator" } }));
  await markInNewArticle(baseURL ?? "", admin, "First");
});

/** A new article for the annotator, with one span of loaded language. */
async function markInNewArticle(baseURL: string, admin: APIRequestContext, title: string) {
  const base = `/api/v1/projects/${projectId}`;
  const file = articleFile(`${title}.txt`, [
    title,
    "20260801",
    `https://example.org/${title}`,
    `${title}. ${sentence}`,
  ]);
  const { imported } = await ok<{ imported: { id: string }[] }>(
    admin.post(`${base}/articles/import`, { multipart: { file } }),
  );
  const people = await ok<{ items: { userId: string; role: string }[] }>(
    admin.get(`${base}/members`),
  );
  const annotatorIds = people.items
    .filter(({ role }) => role === "annotator")
    .map(({ userId }) => userId);
  const articleIds = imported.map(({ id }) => id);
  await ok(
    admin.post(`${base}/assignments`, { data: { articleIds, annotatorIds, perArticle: 1 } }),
  );
  const annotator = await connect(baseURL, demoEmail("annotator-c"), demoPassword());
  const queue = await ok<{ items: { id: string; articleId: string }[] }>(
    annotator.get("/api/v1/assignments?status=assigned&limit=200"),
  );
  const assignment = queue.items.find(({ articleId }) => articleIds.includes(articleId));
  const text = `${title}. ${sentence}`;
  const start = [...text.slice(0, text.indexOf(phrase))].length;
  const span = {
    ...{ id: crypto.randomUUID(), segment: "body", quote: phrase, tagId: "Loaded_Language" },
    ...{ start, end: start + phrase.length, attributes: {} },
  };
  const operations = [{ id: crypto.randomUUID(), kind: "add", baseRevision: 0, span }];
  const path = `/api/v1/assignments/${assignment?.id}`;
  const saved = await ok<{ results: { result: string; problem?: { code: string } }[] }>(
    annotator.post(`${path}/operations`, { data: { operations } }),
  );
  if (saved.results[0]?.result === "applied") {
    await ok(annotator.post(`${path}/submit`, { data: {} }));
  }
  return saved.results[0];
}

test("an admin defines a tag anew and retires another by keyboard, looks first, then publishes", async ({
  page,
}) => {
  await signIn(page, "admin");
  await open(page);
  await page.getByRole("link", { name: "Edit", exact: true }).click();
  const family = page.getByRole("region", { name: "TECHNIQUE" });
  const loaded = family.locator("summary", { hasText: "Loaded_Language" });
  await loaded.focus();
  await page.keyboard.press("Enter");
  await page.getByLabel("Definition of Loaded_Language").fill("Words charged with strong emotion.");
  await family.locator("summary", { hasText: "Slogans" }).press("Enter");
  await page.getByRole("button", { name: "Retire Slogans" }).press("Enter");
  await page.getByRole("button", { name: "Add a tag to TECHNIQUE" }).press("Enter");
  await page.keyboard.type("Irony");
  await page.getByLabel("Definition of Irony").fill("Says the opposite of what is meant.");

  await page.getByRole("button", { name: "Check what changes" }).click();
  const changes = page.getByRole("list", { name: "Changes" });
  await expect(changes.getByRole("listitem")).toHaveCount(3);
  await expect(changes).toContainText("Changed tag Loaded_Language");
  await expect(changes).toContainText("Retired tag Slogans");
  await expect(changes).toContainText("Added tag Irony");
  await expect(page.getByText("1 old span is touched.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Publish version 2" }).click();
  await expect(page.getByText("Version 2 is published.")).toBeVisible();
});

test("everybody sees the difference, and admins the old spans that it touches", async ({
  page,
}) => {
  await signIn(page, "admin");
  await open(page, "/history");
  await page.getByRole("link", { name: "Show changes of version 2" }).click();
  const comparison = page.getByRole("region", { name: "From version 1 to version 2" });
  await expect(comparison.locator("del").first()).toBeVisible();
  await expect(comparison.locator("ins", { hasText: "strong" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: /Loaded_Language 1 span/ }).click();
  await expect(page.getByRole("row", { name: /a bloodbath.*First/ })).toBeVisible();
  await expectAccessible(page);
  await open(page);
  await expect(page.getByRole("heading", { name: "Retired tags" })).toBeVisible();
  await open(page, "?version=1");
  await expect(page.getByText("This is version 1; the newest is 2.")).toBeVisible();
});

test("a version that would lose a tag in use is refused, and says what to do", async ({
  baseURL,
}) => {
  const admin = await asRole(baseURL, "admin");
  const path = `/api/v1/projects/${projectId}/codebook`;
  type Version = {
    number: number;
    definition: { families: { tags: { id: string }[] }[] };
  };
  const { definition } = await ok<Version>(admin.get(path));
  const families = definition.families.map((family) => ({
    ...family,
    tags: family.tags.filter(({ id }) => id !== "Loaded_Language"),
  }));
  const refused = await admin.post(path, { data: { ...definition, families } });
  expect(refused.status()).toBe(422);
  expect(await refused.text()).toContain("Retire it");
  const late = await admin.post(`${path}?baseNumber=1`, { data: definition });
  expect(late.status()).toBe(409);
  expect(((await late.json()) as { current: Version }).current.number).toBe(2);
  // New work has the newest version, in which a retired tag can't be used.
  const outcome = await markInNewArticle(baseURL ?? "", admin, "Second");
  expect(outcome).toMatchObject({ result: "applied" });
});

test("the page about the API needs no script, finds endpoints, and can be read by all", async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const response = await page.goto("/api-docs");
  const policy = response?.headers()["content-security-policy"] ?? "";
  expect(policy).toContain("script-src");
  expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/);
  await expect(page.getByRole("heading", { level: 1, name: "API" })).toBeVisible();
  await page.getByLabel("Find an endpoint").fill("touched spans");
  await page.getByRole("button", { name: "Find" }).click();
  await expect(page.getByRole("article")).toHaveCount(1);
  await page.getByText("Answer application/json").click();
  await expect(page.getByText("isRedefined")).toBeVisible();
  await context.close();
  const scripted = await (await browser.newContext()).newPage();
  await scripted.goto("/api-docs");
  await expectAccessible(scripted);
  await scripted.context().close();
});

test("reads are answered by 304 once they are known, after the rights were checked", async ({
  baseURL,
}) => {
  const admin = await asRole(baseURL, "admin");
  const path = `/api/v1/projects/${projectId}/codebook`;
  const first = await admin.get(path);
  const headers = { "If-None-Match": first.headers().etag ?? "" };
  expect(headers["If-None-Match"]).toMatch(/^W\/"/);
  const second = await admin.get(path, { headers });
  expect(second.status()).toBe(304);
  expect(await second.text()).toBe("");
  const stranger = await asRole(baseURL, "annotator-a");
  expect((await stranger.get(path, { headers })).status()).toBe(404);

  const release = await ok<{ id: string }>(
    admin.post(`/api/v1/projects/${projectId}/releases`, { data: {} }),
  );
  const zip = `/api/v1/projects/${projectId}/releases/${release.id}/package.zip`;
  const whole = await admin.get(zip);
  const etag = whole.headers().etag ?? "";
  expect(etag).toMatch(/^"[0-9a-f]{64}"$/);
  expect((await admin.get(zip, { headers: { "If-None-Match": etag } })).status()).toBe(304);
});

for (const { language, command, probe, file, name } of [
  {
    language: "Python",
    command: "python3",
    probe: ["-c", "import csv"],
    file: "slantwise.ipynb",
    name: "notebook.py",
  },
  {
    language: "R",
    command: "Rscript",
    probe: ["-e", "library(httr2); library(jsonlite); library(readr)"],
    file: "slantwise.Rmd",
    name: "notebook.R",
  },
]) {
  test(`the notebook in ${language} runs with a token against the demo`, async ({
    page,
    baseURL,
  }) => {
    const reason = await whyNot(command, probe);
    test.skip(reason !== null, `skipped: ${reason ?? ""}`);
    await signIn(page, "researcher");
    await page.goto("/account/tokens");
    await page.getByLabel("Name").fill(`Notebook in ${language}`);
    await page.getByLabel(/^Read/).check();
    await page.getByLabel(/^Export/).check();
    await page.getByRole("button", { name: "Make token" }).click();
    const token = await page.getByLabel("New token").inputValue();
    const served = await (await page.request.get(`/notebooks/${file}`)).text();
    const code = language === "R" ? rOf(served) : pythonOf(served);
    const env = { SLANTWISE_URL: baseURL ?? "", SLANTWISE_TOKEN: token, SLANTWISE_PROJECT: "" };
    const printed = await runScript(command, { name, code }, env);
    const checked = /(\d+) of (\d+) quotes equal their slice/.exec(printed);
    expect(Number(checked?.[1])).toBeGreaterThan(0);
    expect(checked?.[1]).toBe(checked?.[2]);
    expect(printed).toMatch(/LOADED/);
    await page.getByRole("button", { name: `Revoke Notebook in ${language}` }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Revoke" }).click();
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect(runScript(command, { name, code }, env)).rejects.toThrow(/unknown, expired/);
  });
}

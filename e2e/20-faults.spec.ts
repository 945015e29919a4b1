import { expect, type Page, test } from "@playwright/test";

import { signIn } from "./fixtures/accounts";
import { AnnotatePage } from "./fixtures/annotate-page";
import { lookAt } from "./fixtures/look-at";
import {
  makeReadingProject,
  removeFromProject,
  type ReadingProject,
} from "./fixtures/reading-project";

// What can go wrong with a device or a server while somebody marks; nothing may get lost.
test.describe.configure({ mode: "serial" });
const operations = "**/api/v1/assignments/*/operations";
// A run that is repeated on the same database must not go on with an earlier one's article.
const title = `Faults ${crypto.randomUUID().slice(0, 6)}`;
let project: ReadingProject;

test.beforeAll(async ({ baseURL }) => {
  project = await makeReadingProject(baseURL ?? "", title, "annotator-b", [
    [title, "20260801", "https://example.org/", "Critics claim that the reckless plan failed."],
  ]);
});

async function open(page: Page): Promise<AnnotatePage> {
  await signIn(page, "annotator-b");
  const annotate = new AnnotatePage(page);
  await annotate.openFromQueue(new RegExp(title));
  return annotate;
}

test("a browser that gives no storage says so before anything is marked", async ({ page }) => {
  await page.addInitScript(() => {
    indexedDB.open = () => {
      throw new DOMException("refused", "SecurityError");
    };
  });
  const annotate = await open(page);
  await expect(annotate.saveState()).toContainText("gives no storage");
  await expect(page.getByRole("button", { name: "Undo" })).toBeHidden();
  await page.getByRole("application").dblclick();
  await expect(annotate.picker()).toBeHidden();
  await lookAt(page, "fault-no-storage");
});

test("a full disk keeps the change in the page, takes no further one, and says both", async ({
  page,
}) => {
  const annotate = await open(page);
  await page.evaluate(() => {
    const add = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, "add");
    document.documentElement.dataset.disk = "full";
    IDBObjectStore.prototype.add = function (this: IDBObjectStore, ...given: unknown[]): unknown {
      const isFull = document.documentElement.dataset.disk === "full";
      if (isFull) throw new DOMException("full", "QuotaExceededError");
      return Reflect.apply(add?.value as () => unknown, this, given);
    } as IDBObjectStore["add"];
  });
  await annotate.tag("reckless", "Loaded");
  await expect(annotate.saveState()).toContainText("1 change is in this page alone");
  await expect(page.getByRole("button", { name: "Undo" })).toBeHidden();
  await lookAt(page, "fault-full-disk");
  const isLeavingWarned = () =>
    page.evaluate(() => !window.dispatchEvent(new Event("beforeunload", { cancelable: true })));
  expect(await isLeavingWarned()).toBe(true);
  await page.evaluate(() => delete document.documentElement.dataset.disk);
  await annotate.expectSaved();
  expect(await isLeavingWarned()).toBe(false);
  await expect(page.getByRole("button", { name: "Undo" })).toBeVisible();
});

test("a tab that crashes with unsent work has kept it", async ({ context }) => {
  const page = await context.newPage();
  const annotate = await open(page);
  await page.route(operations, (route) => route.abort("connectionrefused"));
  await annotate.tag("claim", "Doubt");
  await expect(annotate.saveState()).toContainText("1 change on this device");
  const session = await context.newCDPSession(page);
  const crashed = page.waitForEvent("crash");
  // The answer never comes: the tab is gone.
  session.send("Page.crash").catch(() => undefined);
  await crashed;
  const next = await context.newPage();
  await next.goto("/annotate");
  await next.getByRole("link", { name: new RegExp(title) }).click();
  const again = new AnnotatePage(next);
  await expect(again.spans()).toHaveCount(2);
  await again.expectSaved();
});

test("a new version that is deployed meanwhile finds all that the old page made", async ({
  page,
}) => {
  const annotate = await open(page);
  // The old page's files are gone from the server, and its calls fail while it restarts.
  await page.route("**/_next/static/**", (route) => route.fulfill({ status: 404 }));
  await page.route("**/api/**", (route) => route.fulfill({ status: 502, body: "Bad Gateway" }));
  await annotate.tag("plan", "Label");
  await expect(annotate.saveState()).toContainText("The server has trouble: 1 change");
  await page.unroute("**/_next/static/**");
  await page.unroute("**/api/**");
  await annotate.expectSaved();
  await page.reload();
  await expect(annotate.spans()).toHaveCount(3);
});

test("an article opens again without a connection, with all that was done, until signing out", async ({
  page,
  context,
}) => {
  const annotate = await open(page);
  const isKept = () => page.evaluate(async () => Boolean(await caches.match(location.pathname)));
  await expect.poll(isKept).toBe(true);
  await annotate.tag("Critics", "Vague");
  await annotate.expectSaved();
  await context.setOffline(true);
  await page.reload();
  // The kept copy is older than what was saved since.
  await expect(annotate.spans()).toHaveCount(4);
  await annotate.tag("failed", "Presuppose");
  await expect(annotate.saveState()).toContainText("No connection: 1 change on this device");
  await lookAt(page, "fault-offline");
  await page.reload();
  await expect(annotate.spans()).toHaveCount(5);
  await context.setOffline(false);
  await annotate.expectSaved();
  await page.reload();
  await expect(annotate.spans()).toHaveCount(5);
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByLabel("Password")).toBeVisible();
  expect(await page.evaluate(() => caches.has("slantwise-pages-1"))).toBe(false);
});

test("an article that is taken away keeps what wasn't sent, to be carried off", async ({
  page,
  context,
  baseURL,
}) => {
  const annotate = await open(page);
  await context.setOffline(true);
  await annotate.tag("reckless", "Label");
  await removeFromProject(baseURL ?? "", project);
  await context.setOffline(false);
  await expect(annotate.saveState()).toContainText("You may not change this article any more");
  await lookAt(page, "fault-taken-away");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download unsaved changes" }).click();
  const stream = await (await download).createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  expect(Buffer.concat(chunks).toString("utf8")).toContain("reckless");
});

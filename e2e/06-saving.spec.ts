import { expect, type Page, test } from "@playwright/test";

import { demoEmail, demoPassword, signIn } from "./fixtures/accounts";
import { AnnotatePage } from "./fixtures/annotate-page";
import { connect, ok } from "./fixtures/http";
import { lookAt } from "./fixtures/look-at";

// One annotator's open layer goes through one fault after another; nothing of it may get lost.
test.describe.configure({ mode: "serial" });
const article = /Größe/;
const operations = "**/api/v1/assignments/*/operations";

type Stored = { spans: { id: string; quote: string; tagId: string; revision: number }[] };
let expected = 0;

async function open(page: Page): Promise<AnnotatePage> {
  await signIn(page, "annotator-c");
  const annotate = new AnnotatePage(page);
  await annotate.openFromQueue(article);
  return annotate;
}

async function readStored(page: Page): Promise<Stored> {
  const id = page.url().split("/").at(-1);
  return ok(page.request.get(`/api/v1/assignments/${id}`));
}

async function expectStored(page: Page): Promise<void> {
  const { spans } = await readStored(page);
  expect(spans).toHaveLength(expected);
  expect(new Set(spans.map(({ quote, tagId }) => `${tagId} ${quote}`)).size).toBe(expected);
}

test("without a connection the words say so, and later everything is saved", async ({
  page,
  context,
}) => {
  const annotate = await open(page);
  await context.setOffline(true);
  await annotate.tag("spokesperson", "Anonymous");
  await expect(annotate.saveState()).toContainText("1 change on this device");
  await annotate.tag("allegedly", "Doubt");
  await expect(annotate.saveState()).toContainText("2 changes on this device");
  await context.setOffline(false);
  await annotate.expectSaved();
  expected += 2;
  await expectStored(page);
});

test("an answer that gets lost on the way does not store anything twice", async ({ page }) => {
  const annotate = await open(page);
  let isLost = false;
  await page.route(operations, async (route) => {
    if (isLost) return route.continue();
    isLost = true;
    await route.fetch();
    await route.abort("connectionreset");
  });
  await annotate.tag("social media", "Media relay");
  await annotate.expectSaved();
  expect(isLost).toBe(true);
  expected += 1;
  await expectStored(page);
});

test("a reload with unsent work keeps it and sends it", async ({ page }) => {
  const annotate = await open(page);
  await page.route(operations, (route) => route.abort("connectionrefused"));
  await annotate.tag("joked", "Loaded");
  await expect(annotate.saveState()).toContainText("1 change on this device");
  await page.reload();
  await expect(annotate.spans()).toHaveCount(expected + 1);
  await expect(annotate.saveState()).toContainText("1 change on this device");
  await page.unroute(operations);
  await page.reload();
  await annotate.expectSaved();
  expected += 1;
  await expectStored(page);
});

test("two tabs work on one layer and neither doubles the other's work", async ({ context }) => {
  const [one, two] = [await context.newPage(), await context.newPage()];
  const first = await open(one);
  const second = new AnnotatePage(two);
  await second.openFromQueue(article);
  await first.tag("risky place", "Threat");
  await second.tag("Unknown officials", "Vague");
  await first.expectSaved();
  await second.expectSaved();
  expected += 2;
  await expectStored(one);
});

test("a session that ended is said, and the work goes out after signing in on the spot", async ({
  page,
  context,
}) => {
  const annotate = await open(page);
  await context.clearCookies();
  await annotate.tag("nothing was decided", "Presuppose");
  await expect(annotate.saveState()).toContainText("Signed out: 1 change on this device");
  await lookAt(page, "fault-signed-out");
  await page.getByLabel("E-mail").fill(demoEmail("annotator-c"));
  await page.getByLabel("Password").fill(demoPassword());
  await page.getByRole("button", { name: "Sign in and save" }).click();
  await annotate.expectSaved();
  await expect(page.getByRole("application", { name: /^Article text/ })).toBeFocused();
  expected += 1;
  await expectStored(page);
});

test("an edit that another device was faster with is shown, kept and can be downloaded", async ({
  page,
  context,
  baseURL,
}) => {
  const annotate = await open(page);
  await annotate.spans().filter({ hasText: "joked" }).getByRole("button").click();
  await context.setOffline(true);
  await page.getByRole("button", { name: "Change tag" }).click();
  await annotate.choose("Doubt");
  await expect(annotate.saveState()).toContainText("1 change on this device");

  const device = await connect(baseURL ?? "", demoEmail("annotator-c"), demoPassword());
  const id = page.url().split("/").at(-1);
  const { spans } = await ok<Stored>(device.get(`/api/v1/assignments/${id}`));
  const span = spans.find(({ quote }) => quote === "joked");
  const change = {
    id: crypto.randomUUID(),
    kind: "retag",
    spanId: span?.id,
    baseRevision: span?.revision,
    tagId: "EMPHASIS",
  };
  await ok(device.post(`/api/v1/assignments/${id}/operations`, { data: { operations: [change] } }));

  await context.setOffline(false);
  await expect(annotate.saveState()).toContainText("1 change needs you");
  await expect(page.getByText("Some changes could not be saved")).toBeVisible();
  await expect(annotate.spans().filter({ hasText: "joked" })).toContainText("Emphasis");
  await expect(page.getByText("Yours: make “joked” Doubt")).toBeVisible();
  await expect(page.getByText("there now: Emphasis “joked”")).toBeVisible();
  await lookAt(page, "fault-conflict");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download them" }).click();
  expect((await download).suggestedFilename()).toContain("refused");
  await page.getByRole("button", { name: "Make my change again" }).click();
  await annotate.expectSaved();
  await expect(page.getByText("Some changes could not be saved")).toBeHidden();
  await expect(annotate.spans().filter({ hasText: "joked" })).toContainText("Doubt");
  await expectStored(page);
});

test("advice that is overruled stays so after a reload, with its reason", async ({ page }) => {
  await open(page);
  const aside = page.getByRole("list", { name: "Left as it is" });
  await page.getByText(/thing(s)? to look at again/).click();
  const hint = page.getByRole("list", { name: "Things to look at again" }).getByRole("listitem");
  const words = (await hint.first().locator("span").first().innerText()).trim();
  await hint.first().getByRole("button", { name: "Fine as it is" }).click();
  await page.getByRole("textbox", { name: "Why it is fine as it is" }).fill("irony");
  await page.keyboard.press("Enter");
  await expect(aside).toContainText("irony");
  await page.reload();
  await page.getByText(/thing(s)? to look at again/).click();
  await expect(aside).toContainText(words);
  await expect(aside).toContainText("irony");
  await page.getByRole("button", { name: "Look again" }).click();
  await expect(hint.filter({ hasText: words })).toHaveCount(1);
});

test("undo goes on after a reload, and answers that aren't handed in are still there", async ({
  page,
}) => {
  const annotate = await open(page);
  const before = await annotate.spans().count();
  await annotate.spans().filter({ hasText: "joked" }).getByRole("button").click();
  await page.getByRole("button", { name: "Remove span" }).click();
  await expect(annotate.spans()).toHaveCount(before - 1);
  await page.getByLabel("What kind of article is it?").selectOption("analysis");
  await annotate.expectSaved();
  await page.reload();
  await expect(annotate.spans()).toHaveCount(before - 1);
  await expect(page.getByLabel("What kind of article is it?")).toHaveValue("analysis");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(annotate.spans()).toHaveCount(before);
  await expect(annotate.spans().filter({ hasText: "joked" })).toBeVisible();
  await annotate.expectSaved();
  await expectStored(page);
});

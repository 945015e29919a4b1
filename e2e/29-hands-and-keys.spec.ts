import { expect, type Page, test } from "@playwright/test";

import { ok } from "./fixtures/http";
import { handIn, type Mark } from "./fixtures/mark-by-api";
import { body, openMarked, openNew } from "./fixtures/open-new";
import { removeFromProject } from "./fixtures/reading-project";

const at = (quote: string, tagId: string): Mark => ({ start: body.indexOf(quote), quote, tagId });
const said = (page: Page) => page.getByLabel("Last change");
const selectedText = (page: Page) => page.evaluate(() => getSelection()?.toString() ?? "");

async function tabIntoText(page: Page): Promise<void> {
  await expect(async () => {
    await page.keyboard.press("Tab");
    await expect(page.getByRole("application")).toBeFocused({ timeout: 100 });
  }).toPass();
}

test("the caret stays in the article, whichever way it goes", async ({ page, baseURL }) => {
  const { title } = await openNew(page, baseURL, "Caret");
  await tabIntoText(page);
  const { keyboard } = page;
  const isInText = () =>
    page.evaluate(() => {
      const node = getSelection()?.focusNode;
      const element = node instanceof Element ? node : node?.parentElement;
      return Boolean(element?.closest("[data-segment]"));
    });
  for (const key of ["ArrowUp", "ArrowUp", "ArrowUp", "ArrowLeft", "Control+ArrowLeft"]) {
    await keyboard.press(key);
    expect(await isInText()).toBe(true);
  }
  await keyboard.press("Control+Home");
  await keyboard.press("ArrowRight");
  await expect(said(page)).toHaveText(title.slice(1, 2));
  for (const key of [
    "Control+End",
    "ArrowRight",
    "ArrowDown",
    "Alt+ArrowRight",
    "Control+ArrowDown",
  ]) {
    await keyboard.press(key);
    expect(await isInText()).toBe(true);
  }
  await expect(said(page)).toHaveText("End of text");
  await keyboard.press("Shift+Alt+ArrowLeft");
  expect(await selectedText(page)).toBe("Critics slammed it, and a source called it mad.");
});

test("whoever goes on to a span hears it, and keys work on it", async ({ page, baseURL }) => {
  const marks = [at("reckless", "LOADED"), at("mad", "LOADED")];
  const { annotate } = await openMarked(page, baseURL, "Onwards", marks);
  await tabIntoText(page);
  await page.keyboard.press("n");
  await expect(said(page)).toHaveText("reckless, marked Loaded");
  await page.keyboard.press("n");
  await expect(said(page)).toHaveText("mad, marked Loaded");
  await page.keyboard.press("7");
  await expect(annotate.spans()).toContainText(["reckless", "mad", "mad"]);
  await page.keyboard.press("c");
  await expect(said(page)).toHaveText("Attributes copied");
});

test("quick clicks go through spans that lie on each other", async ({ page, baseURL }) => {
  const marks = [
    at("reckless", "LOADED"),
    at("reckless plan", "LABEL"),
    at("the reckless", "DOUBT"),
  ];
  const { annotate } = await openMarked(page, baseURL, "Stack", marks);
  const pressed = () => page.locator("[role=listitem] [aria-pressed=true]").textContent();
  const box = await page.locator("mark", { hasText: "reckless" }).first().boundingBox();
  if (!box) throw new Error("nothing is marked");
  const { x, y } = { x: box.x + box.width / 2, y: box.y + 6 };
  const seen = new Set<string | null>();
  await page.mouse.move(x, y);
  for (const clickCount of [1, 2, 3]) {
    await page.mouse.down({ clickCount });
    await page.mouse.up({ clickCount });
    await expect.poll(async () => !seen.has(await pressed())).toBe(true);
    seen.add(await pressed());
  }
  await expect(annotate.picker()).toBeHidden();
});

test("a selection that ends beside the text ends in its line", async ({ page, baseURL }) => {
  const { annotate } = await openNew(page, baseURL, "Beside");
  const text = page.locator("[data-segment=body]");
  const box = await text.boundingBox();
  const panel = await page.getByRole("complementary").last().boundingBox();
  if (!box || !panel) throw new Error("the screen is not drawn");
  await page.mouse.move(box.x + 2, box.y + 10);
  await page.mouse.down();
  await page.mouse.move(box.x + 80, box.y + 10, { steps: 4 });
  await page.mouse.move(panel.x + 60, box.y + 10, { steps: 6 });
  await page.mouse.up();
  await expect(annotate.picker()).toBeVisible();
  const quote = await page.locator("mark[data-span-ids~=draft]").allTextContents();
  expect(quote.join("")).toMatch(/^Officials said/);
  expect(body.startsWith(quote.join(""))).toBe(true);
  expect(quote.join("")).not.toContain("called it mad");
});

test("an edge that is dragged leaves the other where it is", async ({ page, baseURL }) => {
  const marks = [at("reckless", "LOADED")];
  const { annotate } = await openMarked(page, baseURL, "Edges", marks);
  await page.locator("mark", { hasText: "reckless" }).click();
  await page.getByLabel("Snap to").selectOption("sentence");
  const grip = await page.locator("[data-edge=end]").boundingBox();
  if (!grip) throw new Error("no grip");
  await page.mouse.move(grip.x + grip.width / 2, grip.y + 4);
  await page.mouse.down();
  await page.mouse.move(grip.x + 40, grip.y + 4, { steps: 4 });
  await page.mouse.up();
  await expect(annotate.spans()).toHaveText([/Framingreckless plan had failed$/]);
  await page.getByLabel("Snap to").selectOption("character");
  await page.getByRole("application").focus();
  await page.keyboard.press("{");
  await expect(annotate.spans()).toHaveText([/Framingreckless plan had faile$/]);
});

test("the last tag is given again from the picker by a key of its own", async ({
  page,
  baseURL,
}) => {
  const { annotate } = await openNew(page, baseURL, "Again");
  await annotate.tag("reckless", "Loaded");
  await annotate.select("slammed");
  await expect(annotate.picker().getByRole("button", { name: "Again: Loaded" })).toBeVisible();
  await page.keyboard.press(".");
  await expect(annotate.picker()).toBeHidden();
  await expect(annotate.spans().filter({ hasText: "Loaded" })).toHaveCount(2);
});

test("a description made again takes none of the other device's away", async ({
  page,
  baseURL,
  context,
}) => {
  const marks = [at("reckless", "LOADED")];
  const { annotate, person, path } = await openMarked(page, baseURL, "Described twice", marks);
  type Stored = { spans: { id: string; attributes: Record<string, string> }[] };
  const [span] = (await ok<Stored>(person.get(path))).spans;
  await page.locator("mark", { hasText: "reckless" }).click();
  await context.setOffline(true);
  await page.getByLabel("Polarity").selectOption("negative");
  await expect(annotate.saveState()).toContainText("1 change on this device");
  const operation = {
    id: crypto.randomUUID(),
    kind: "annotate",
    spanId: span?.id,
    baseRevision: 1,
  };
  const data = { operations: [{ ...operation, attributes: { note: "a long thought" } }] };
  await ok(person.post(`${path}/operations`, { data }));
  await context.setOffline(false);
  await expect(page.getByText("Yours: describe “reckless”: Polarity negative")).toBeVisible();
  await expect(page.getByText("Loaded “reckless”, Note a long thought")).toBeVisible();
  await page.getByRole("button", { name: /^Make my change again/ }).click();
  await annotate.expectSaved();
  expect((await ok<Stored>(person.get(path))).spans).toMatchObject([
    { attributes: { polarity: "negative", note: "a long thought" } },
  ]);
});

test("what wasn't sent of an article that was taken away can be had from the queue", async ({
  page,
  baseURL,
  context,
}) => {
  const { annotate, project } = await openNew(page, baseURL, "Taken away");
  await context.setOffline(true);
  await annotate.tag("reckless", "Loaded");
  await expect(annotate.saveState()).toContainText("1 change on this device");
  await removeFromProject(baseURL ?? "", project);
  await context.setOffline(false);
  await page.goto("/annotate");
  await expect(page.getByText("Your changes can't be saved here any more")).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download unsaved changes" }).first().click();
  expect((await download).suggestedFilename()).toBe("slantwise-waiting-changes.json");
});

test("what another device has handed in is shown so, with what came too late", async ({
  page,
  baseURL,
  context,
}) => {
  const marks = [at("reckless", "LOADED")];
  const { annotate, person, path } = await openMarked(page, baseURL, "Too late", marks);
  await context.setOffline(true);
  await annotate.tag("slammed", "Loaded");
  await expect(annotate.saveState()).toContainText("1 change on this device");
  await handIn(person, path.split("/").at(-1) ?? "");
  await context.setOffline(false);
  await expect(page.getByText("Yours: add Loaded “slammed”")).toBeVisible();
  await expect(page.getByText("This is how you handed it in.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Submit article" })).toBeHidden();
});

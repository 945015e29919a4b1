import { expect, type Page, test } from "@playwright/test";

import { ok } from "./fixtures/http";
import { body, openMarked, openNew } from "./fixtures/open-new";
import { removeFromProject } from "./fixtures/reading-project";

const field = (page: Page, name: string) => page.getByRole("textbox", { name });
const draft = (page: Page) => page.locator("mark[data-span-ids~=draft]");

test("who presses elsewhere leaves the picker, and what is typed there marks nothing", async ({
  page,
  baseURL,
}) => {
  const { annotate } = await openNew(page, baseURL, "Leaving");
  await annotate.select("reckless");
  await page.getByLabel(/left out/).click();
  await expect(annotate.picker()).toBeHidden();
  await page.keyboard.type("press only");
  await expect(page.getByLabel(/left out/)).toHaveValue("press only");
  await expect(annotate.spans()).toHaveCount(0);

  // So does who clicks in the text.
  await annotate.select("reckless");
  await page.locator("[data-segment=title]").click({ position: { x: 40, y: 10 } });
  await expect(annotate.picker()).toBeHidden();
  await page.keyboard.type("q");
  await expect(annotate.spans()).toHaveCount(0);

  // By keys alone one stays in it until it is closed, and then goes on in the text.
  await annotate.select("reckless");
  await page.keyboard.press("Shift+Tab");
  await expect(annotate.picker().locator(":focus")).toHaveCount(1);
  await annotate.picker().getByRole("button", { name: "Close without a tag" }).click();
  await expect(annotate.picker()).toBeHidden();
  await expect(page.getByRole("application")).toBeFocused();

  // Another selection, made while the picker is open, has its own.
  await annotate.select("slammed");
  await annotate.select("reckless");
  await expect(draft(page)).toHaveText("reckless");
  await annotate.choose("Loaded");
  await expect(annotate.spans()).toHaveCount(1);
});

test("a span that the filter would hide lifts the filter", async ({ page, baseURL }) => {
  const { annotate } = await openNew(page, baseURL, "Filter");
  await annotate.tag("slammed", "Loaded");
  await page.getByLabel("Show").selectOption("NAMED");
  await annotate.select("reckless");
  await annotate.choose("Loaded");
  await expect(page.locator("mark", { hasText: "reckless" })).toBeVisible();
  await expect(page.getByLabel("Show")).toHaveValue("");
});

test("attributes keep the focus while they are chosen, and what is typed is saved by itself", async ({
  page,
  baseURL,
}) => {
  const { annotate } = await openNew(page, baseURL, "Attributes");
  await annotate.tag("reckless", "Loaded");
  const polarity = page.getByLabel("Polarity");
  await polarity.focus();
  await page.keyboard.type("ne");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await expect(polarity).toBeFocused();
  await expect(polarity).not.toHaveValue("");
  await field(page, "Note").fill("a harsh word");
  await page.keyboard.press("Enter");
  await expect(field(page, "Note")).toBeFocused();
  await annotate.expectSaved();
  await page.reload();
  await annotate.spans().first().getByRole("button").click();
  await expect(field(page, "Note")).toHaveValue("a harsh word");

  // One click is enough, though leaving the field makes a change of its own.
  await page.getByLabel("What kind of article is it?").selectOption("report");
  await field(page, "Note").fill("a harsher word");
  await page.getByRole("button", { name: "Submit article" }).click();
  await expect(page.getByText("This is how you handed it in.")).toBeInViewport();
  await page.keyboard.press("Control+z");
  await expect(annotate.spans()).toHaveCount(1);
});

test("a refusal is in view wherever one reads", async ({ page, baseURL }) => {
  const long = [body, ...Array.from({ length: 60 }, (_, n) => `Paragraph ${n} says more.`)];
  const { annotate } = await openNew(page, baseURL, "Refusal", long.join("\n\n"));
  await annotate.tag("more", "Loaded", { occurrence: 60 });
  await annotate.tag("says", "Loaded", { occurrence: 60 });
  await page.keyboard.press("}");
  await expect(page.getByRole("alert").filter({ hasText: /overlap/i })).toBeInViewport();
});

test("undoing is said, and one goes on from where a span was removed", async ({
  page,
  baseURL,
}) => {
  const { annotate } = await openNew(page, baseURL, "Undone");
  for (const word of ["reckless", "slammed", "mad"]) await annotate.tag(word, "Loaded");
  await page.keyboard.press("p");
  await page.keyboard.press("Delete");
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("status", { name: "Last change" })).toHaveText("Undone");
  await expect(annotate.spans()).toHaveCount(3);
  await page.keyboard.press("Delete");
  await expect(annotate.spans()).toHaveCount(2);
  await page.keyboard.press("n");
  await expect(page.getByRole("region", { name: "Selected span" })).toContainText("mad");
});

test("a split and a merge are each one stroke to undo and redo", async ({ page, baseURL }) => {
  const { annotate } = await openNew(page, baseURL, "Strokes");
  await annotate.tag("reckless plan", "Loaded");
  const quotes = () => page.getByRole("list", { name: "Spans" }).locator("bdi").allTextContents();
  const whole = ["reckless plan"];
  const parts = ["reckless", "plan"];
  await page.keyboard.press("Control+ArrowLeft");
  await page.keyboard.press("x");
  await expect.poll(quotes).toEqual(parts);
  for (const [keys, after] of [
    ["Control+z", whole],
    ["Control+Shift+z", parts],
  ] as const) {
    await page.keyboard.press(keys);
    await expect.poll(quotes).toEqual(after);
  }
  await page.keyboard.press("m");
  await expect.poll(quotes).toEqual(whole);
  await page.keyboard.press("Control+z");
  await expect.poll(quotes).toEqual(parts);
  await annotate.expectSaved();
  await page.reload();
  await expect.poll(quotes).toEqual(parts);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(quotes).toEqual(whole);
});

test("the palette works on what was selected, and a found place leaves the field alive", async ({
  page,
  baseURL,
}) => {
  const { annotate } = await openNew(page, baseURL, "Palette");
  const find = page.getByRole("search").getByRole("textbox");
  await page.keyboard.press("/");
  await page.keyboard.type("reck");
  await page.keyboard.press("Enter");
  await page.keyboard.type("less");
  await expect(find).toHaveValue("reckless");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+k");
  await page.keyboard.type("Tag the selection");
  await page.keyboard.press("Enter");
  await expect(annotate.picker()).toBeVisible();
  await expect(draft(page)).toHaveText("reckless");
});

test("the caret goes on where it was before a field had the focus", async ({ page, baseURL }) => {
  const { annotate } = await openNew(page, baseURL, "Caret");
  const text = page.getByRole("application");
  const selected = () => page.evaluate(() => window.getSelection()?.toString().trim());
  await annotate.tag("reckless", "Loaded");
  await expect(text).toBeFocused();
  await page.keyboard.press("Control+Shift+ArrowRight");
  expect(await selected()).toBe("plan");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("/");
  await page.keyboard.type("mad");
  await page.keyboard.press("Escape");
  await expect(text).toBeFocused();
  await page.keyboard.press("Control+Shift+ArrowRight");
  expect(await selected()).toBe("had");
});

test("an article that is closed to somebody holds up no other", async ({ page, baseURL }) => {
  const closed = await openNew(page, baseURL, "Closed");
  const { title } = await openNew(page, baseURL, "Open");
  await page.route("**/operations", (route) => route.abort());
  await closed.annotate.openFromQueue(new RegExp(closed.title));
  await closed.annotate.tag("reckless", "Loaded");
  await expect(closed.annotate.saveState()).toContainText("1 change on this device");
  await closed.annotate.openFromQueue(new RegExp(title));
  await closed.annotate.tag("slammed", "Loaded");
  await removeFromProject(baseURL ?? "", closed.project);
  await page.unroute("**/operations");
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await closed.annotate.expectSaved();
});

type Stored = { spans: { id: string; tagId: string; revision: number }[] };

for (const isAnsweredBetween of [false, true]) {
  const how = isAnsweredBetween ? "while it waits" : "sent with it";
  test(`a change goes aside with the one before it that lost a race, ${how}`, async ({
    page,
    baseURL,
  }) => {
    const mark = { start: body.indexOf("reckless"), quote: "reckless", tagId: "LOADED" };
    const name = `Race ${Number(isAnsweredBetween)}`;
    const { annotate, person, path } = await openMarked(page, baseURL, name, [mark]);
    let isOpen = false;
    let open = () => {};
    const opened = new Promise<void>((resolve) => (open = resolve));
    await page.route("**/operations", async (route) => {
      if (isAnsweredBetween) await opened;
      await (isOpen ? route.continue() : route.abort());
    });
    const sent = page.waitForRequest("**/operations");
    await page.locator("mark", { hasText: "reckless" }).click();
    await page.keyboard.press("t");
    await annotate.choose("Label");
    await sent;
    await page.keyboard.press("Delete");
    await expect(annotate.saveState()).toContainText("2 changes");

    const [span] = (await ok<Stored>(person.get(path))).spans;
    const operation = { id: crypto.randomUUID(), kind: "retag", spanId: span?.id, baseRevision: 1 };
    const data = { operations: [{ ...operation, tagId: "EMPHASIS" }] };
    await ok(person.post(`${path}/operations`, { data }));
    isOpen = true;
    open();
    await page.evaluate(() => window.dispatchEvent(new Event("online")));
    await expect(annotate.saveState()).toContainText("2 changes need you");
    await expect(annotate.spans()).toContainText("Emphasis");
    expect((await ok<Stored>(person.get(path))).spans).toMatchObject([
      { tagId: "EMPHASIS", revision: 2 },
    ]);
  });
}

import { readFileSync } from "node:fs";

import { expect, type Page, test } from "@playwright/test";

import { signIn } from "./fixtures/accounts";
import { AnnotatePage } from "./fixtures/annotate-page";
import { makeReadingProject } from "./fixtures/reading-project";

// One journey for each way of working: mouse, keyboard alone, finger.
const real = readFileSync("prisma/demo/article-west-reluctant.txt", "utf8").trim().split("\n");
const unicode = readFileSync("prisma/demo/article-unicode.txt", "utf8").trim().split("\n");
const scripts = [
  "Journey scripts",
  "20260801",
  "https://example.org/",
  "قال مسؤول لم يكشف عن اسمه إن الخطة فاشلة تماما.",
  "匿名の政府関係者は、計画が失敗したと語った。記者団は驚いた。",
  "One word: catastrophe.",
];
// A run that is repeated on the same database must not go on with an earlier one's articles.
const run = crypto.randomUUID().slice(0, 6);
const stacked = ["Loaded", "Label", "Presuppose", "Doubt", "Blame", "Threat", "Emphasis"];

test.beforeAll(async ({ baseURL }) => {
  for (const way of ["mouse", "keyboard", "touch"]) {
    const titled = ([, ...rest]: readonly string[], name: string) => [
      `${name} ${way} ${run}`,
      ...rest,
    ];
    await makeReadingProject(baseURL ?? "", `Journey by ${way}`, "annotator-b", [
      titled(real, "Journey real"),
      titled(unicode, "Journey Unicode"),
      titled(scripts, "Journey scripts"),
    ]);
  }
});

async function open(page: Page, title: string): Promise<AnnotatePage> {
  await signIn(page, "annotator-b");
  const annotate = new AnnotatePage(page);
  await annotate.openFromQueue(new RegExp(`${title} ${run}`));
  return annotate;
}

/** Every answered question and saved span is in; the article is handed in. */
async function handIn(page: Page, annotate: AnnotatePage): Promise<void> {
  await annotate.expectSaved();
  await page.getByLabel("What kind of article is it?").selectOption("report");
  await page.getByRole("button", { name: "Submit article" }).click();
  await expect(page.getByText("This is how you handed it in")).toBeVisible();
}

test("by mouse: the real article with attributes and a link", async ({ page }) => {
  const annotate = await open(page, "Journey real mouse");
  await annotate.tag("CNN has claimed", "Media relay");
  // Nothing is selected any more, and nothing lies over the text.
  await expect(page.getByRole("button", { name: "Tag selection" })).toBeHidden();
  await annotate.tag("an unnamed European official told the outlet", "Anonymous");
  await page.getByLabel("Verb stance").selectOption("neutral");
  await page.getByLabel("Form", { exact: true }).selectOption("paraphrase");
  await page.getByLabel("Entity", { exact: true }).fill("an unnamed European official");
  await page.keyboard.press("Tab");
  await page.getByText("Links", { exact: true }).click();
  await page.getByRole("combobox", { name: "Relayed by", exact: true }).fill("CNN has");
  await page.getByRole("option", { name: "Media relay: CNN has claimed" }).click();
  await annotate.tag("creeping expansion", "Loaded");
  await page.getByLabel("Confidence").selectOption("3");
  await expect(annotate.spans()).toHaveCount(3);
  await handIn(page, annotate);
  const stored = await readStored(page);
  expect(stored.find(({ tagId }) => tagId === "ANONYMOUS")?.attributes).toMatchObject({
    verb_stance: "neutral",
    entity: "an unnamed European official",
    link_relayed_by: stored.find(({ tagId }) => tagId === "MEDIA_RELAY")?.id,
  });
});

test("by mouse: eight spans over one word, each reached by clicking on", async ({ page }) => {
  const annotate = await open(page, "Journey scripts mouse");
  for (const tag of stacked) await annotate.tag("catastrophe", tag);
  await annotate.tag("catastrophe", "Unattributed");
  await expect(annotate.spans()).toHaveCount(8);
  const mark = page.locator("[data-segment=body] mark").filter({ hasText: /^catastrophe$/ });
  await page.keyboard.press("Escape");
  const editor = page.getByRole("region", { name: "Selected span" });
  const seen = new Set<string | null>();
  for (let n = 0; n < 8; n++) {
    await mark.click();
    await expect
      .poll(async () => seen.has(await editor.getByRole("heading").first().textContent()))
      .toBe(false);
    seen.add(await editor.getByRole("heading").first().textContent());
  }
  expect(seen.size).toBe(8);
  await annotate.tag("مسؤول", "Anonymous");
  await annotate.tag("関係者", "Anonymous");
  await annotate.expectSaved();
  const quotes = (await readStored(page)).map(({ quote }) => quote);
  expect(quotes).toEqual(expect.arrayContaining(["مسؤول"]));
  // Snapped to words of the language, not to the whole sentence that no space divides.
  expect(quotes.find((quote) => quote.includes("関係"))?.length).toBeLessThan(6);
});

test("by mouse: the Unicode article", async ({ page }) => {
  const annotate = await open(page, "Journey Unicode mouse");
  await annotate.tag("allegedly", "Doubt");
  await annotate.tag("social media", "Media relay");
  await handIn(page, annotate);
});

test("by keyboard: the real article with attributes and a link", async ({ page }) => {
  const annotate = await open(page, "Journey real keyboard");
  await findAndTag(page, annotate, "CNN has claimed", "4");
  await findAndTag(page, annotate, "an unnamed European official told the outlet", "3");
  await page.keyboard.press("e");
  await tabTo(page, "Verb stance");
  await page.keyboard.type("neu");
  await tabTo(page, "Proposed tag");
  await page.keyboard.press("Tab");
  await expect(page.getByText("Links", { exact: true })).toBeFocused();
  await page.keyboard.press("Enter");
  await tabTo(page, "Relayed by");
  await page.keyboard.type("CNN has");
  await expect(page.getByRole("option")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await annotate.expectSaved();
  const stored = await readStored(page);
  expect(stored.find(({ tagId }) => tagId === "ANONYMOUS")?.attributes).toMatchObject({
    verb_stance: "neutral",
    link_relayed_by: stored.find(({ tagId }) => tagId === "MEDIA_RELAY")?.id,
  });
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await page.keyboard.press("q");
  await tabTo(page, "What kind of article is it?");
  await page.keyboard.type("rep");
  const submit = page.getByRole("button", { name: "Submit article" });
  const isThere = () => submit.evaluate((element) => element === document.activeElement);
  for (let n = 0; n < 60 && !(await isThere()); n++) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByText("This is how you handed it in")).toBeVisible();
});

test("by keyboard: words of Arabic and Japanese, and eight spans over one word", async ({
  page,
}) => {
  const annotate = await open(page, "Journey scripts keyboard");
  await findAndTag(page, annotate, "مسؤول", "3");
  await findAndTag(page, annotate, "関係者", "3");
  for (const key of ["7", ..."qwer"]) await findAndTag(page, annotate, "catastrophe", key);
  // The rest in one stroke, without the picker.
  for (const key of ["5", "6", "7"]) {
    await find(page, "catastrophe");
    await page.keyboard.press(`Shift+Digit${key}`);
  }
  await expect(annotate.spans()).toHaveCount(10);
  await page.getByRole("application").focus();
  const editor = page.getByRole("region", { name: "Selected span" });
  const seen = new Set<string | null>();
  for (let n = 0; n < 10; n++) {
    await page.keyboard.press("n");
    seen.add(await editor.textContent());
  }
  expect(seen.size).toBe(10);
  await annotate.expectSaved();
});

test("by keyboard: the Unicode article", async ({ page }) => {
  const annotate = await open(page, "Journey Unicode keyboard");
  await findAndTag(page, annotate, "allegedly", "r");
  await findAndTag(page, annotate, "social media", "4");
  await handIn(page, annotate);
});

test.describe("by touch", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 820, height: 1180 } });

  test("the real article with attributes and a link", async ({ page }) => {
    const annotate = await open(page, "Journey real touch");
    await touchAndTag(page, annotate, "CNN has claimed", "Media relay");
    await touchAndTag(page, annotate, "unnamed European official", "Anonymous");
    await page.getByLabel("Verb stance").selectOption("neutral");
    await page.getByText("Links", { exact: true }).tap();
    await page.getByRole("combobox", { name: "Relayed by", exact: true }).fill("CNN has");
    await page.getByRole("option", { name: "Media relay: CNN has claimed" }).tap();
    await handIn(page, annotate);
  });

  test("eight spans over one word, each reached by tapping on", async ({ page }) => {
    const annotate = await open(page, "Journey scripts touch");
    for (const tag of [...stacked, "Vague"]) {
      await touchAndTag(page, annotate, "catastrophe", tag);
    }
    const mark = page.locator("[data-segment=body] mark").filter({ hasText: /^catastrophe$/ });
    const editor = page.getByRole("region", { name: "Selected span" });
    const seen = new Set<string | null>();
    for (let n = 0; n < 8; n++) {
      await mark.tap();
      await expect
        .poll(async () => seen.has(await editor.getByRole("heading").first().textContent()))
        .toBe(false);
      seen.add(await editor.getByRole("heading").first().textContent());
    }
    expect(seen.size).toBe(8);
    await touchAndTag(page, annotate, "مسؤول", "Anonymous");
    await touchAndTag(page, annotate, "関係者", "Anonymous");
    await annotate.expectSaved();
  });

  test("the Unicode article", async ({ page }) => {
    const annotate = await open(page, "Journey Unicode touch");
    await touchAndTag(page, annotate, "allegedly", "Doubt");
    await handIn(page, annotate);
  });
});

type StoredSpan = { id: string; tagId: string; quote: string; attributes: object };

async function readStored(page: Page): Promise<StoredSpan[]> {
  const id = page.url().split("/").at(-1);
  const response = await page.request.get(`/api/v1/assignments/${id}`);
  return ((await response.json()) as { spans: StoredSpan[] }).spans;
}

/** Tab until the field has the focus, which must take few steps. */
async function tabTo(page: Page, label: string): Promise<void> {
  const field = page.getByLabel(label, { exact: true });
  const hasFocus = () => field.evaluate((element) => element === document.activeElement);
  for (let n = 0; n < 25 && !(await hasFocus()); n++) await page.keyboard.press("Tab");
  await expect(field).toBeFocused();
}

async function find(page: Page, phrase: string): Promise<void> {
  await page.getByRole("application").focus();
  await page.keyboard.press("/");
  await page.keyboard.type(phrase);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
}

/** Finds a phrase, as one does without a mouse, and gives it the tag of the key. */
async function findAndTag(page: Page, annotate: AnnotatePage, phrase: string, key: string) {
  const before = await annotate.spans().count();
  await find(page, phrase);
  await page.keyboard.press("Enter");
  await expect(annotate.picker()).toBeVisible();
  await page.keyboard.press(key);
  await expect(annotate.spans()).toHaveCount(before + 1);
}

/** A long press selects; the browser's own handles and the app's button do the rest. */
async function touchAndTag(page: Page, annotate: AnnotatePage, phrase: string, tag: string) {
  const before = await annotate.spans().count();
  await page.evaluate((text) => {
    const body = document.querySelector("[data-segment=body]");
    const at = body?.textContent.indexOf(text) ?? -1;
    if (!body || at < 0) throw new Error(`no “${text}”`);
    const placeOf = (offset: number): [Node, number] => {
      const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
      let left = offset;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const { length } = node.textContent ?? "";
        if (left <= length) return [node, left];
        left -= length;
      }
      throw new Error("outside the text");
    };
    const [node, offset] = placeOf(at);
    node.parentElement?.scrollIntoView({ block: "center" });
    getSelection()?.setBaseAndExtent(node, offset, ...placeOf(at + text.length));
  }, phrase);
  await page.getByRole("button", { name: "Tag selection" }).tap();
  await annotate.picker().getByRole("button", { name: tag, exact: true }).tap();
  await expect(annotate.spans()).toHaveCount(before + 1);
}

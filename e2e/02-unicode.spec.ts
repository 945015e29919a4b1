import { expect, type Page, test } from "@playwright/test";

import { signIn, signInAndOpen, signOut } from "./fixtures/accounts";
import { AnnotatePage } from "./fixtures/annotate-page";
import { parseCsv } from "./fixtures/csv";
import { readExport } from "./fixtures/exports";

const article = /Größe/;
const family = "\u{1F469}\u200D\u{1F469}\u200D\u{1F467}\u200D\u{1F466}";
const ballot = "\u{1F5F3}\uFE0F";
// What the drag covers is what must be stored, with every joiner and mark in it.
const marks = [
  { phrase: `plan ${ballot} splits`, tag: "Loaded", segment: "title" },
  { phrase: "القدس", tag: "Label", segment: "title" },
  { phrase: `${family} families`, tag: "Vague", segment: "body" },
  { phrase: "\u{1F600}\u{1F600}", tag: "Emphasis", segment: "body" },
  { phrase: "Cafe\u0301 owners", tag: "Vague", segment: "body" },
  { phrase: "匿名の関係者", tag: "Anonymous", segment: "body" },
  { phrase: "مسؤول لم يكشف عن اسمه", tag: "Anonymous", segment: "body" },
  { phrase: "zero\u200Bwidth", tag: "Loaded", segment: "body" },
  { phrase: "\u{1F1FA}\u{1F1E6}\u{1F1E8}\u{1F1ED}", tag: "Label", segment: "body" },
  { phrase: "=cmd|' /C calc'!A0", tag: "Loaded", segment: "body" },
  { phrase: "@handle", tag: "Named", segment: "body" },
  { phrase: "<script>alert(1)</script>", tag: "Doubt", segment: "body" },
] as const;

test.describe.configure({ mode: "serial" });

test("an annotator marks what software likes to break", async ({ page }) => {
  await signIn(page, "annotator-a");
  const annotate = new AnnotatePage(page);
  await annotate.openFromQueue(article);
  await chooseCharacterSnapping(page);
  for (const { phrase, tag, segment } of marks) await annotate.tag(phrase, tag, { segment });
  await expect(annotate.spans()).toHaveCount(marks.length);
  await annotate.expectSaved();
  await page.reload();
  await expect(annotate.spans()).toHaveCount(marks.length);
  await page.getByLabel("What kind of article is it?").selectOption("report");
  await page.getByRole("button", { name: "Submit article" }).click();
  await expect(page.getByText("This is how you handed it in.")).toBeVisible();
});

test("a second annotator differs and a reviewer rules on it", async ({ page }) => {
  await signIn(page, "annotator-b");
  const annotate = new AnnotatePage(page);
  await annotate.openFromQueue(article);
  await chooseCharacterSnapping(page);
  await annotate.tag(`${family} families reacted`, "Vague");
  await annotate.tag("匿名の関係者", "Vague");
  await annotate.expectSaved();
  await page.getByLabel("What kind of article is it?").selectOption("report");
  await page.getByRole("button", { name: "Submit article" }).click();
  await expect(page.getByText("This is how you handed it in.")).toBeVisible();
  await signOut(page);

  await signInAndOpen(page, "reviewer");
  await page.getByRole("link", { name: /Demo/ }).click();
  await page.getByRole("link", { name: "Review", exact: true }).click();
  const inbox = page.getByRole("list", { name: "Disagreements" });
  const row = inbox.getByRole("link").filter({ hasText: `${family} families reacted` });
  await expect(row).toContainText("Boundary");
  await row.click();
  await page.waitForURL(/\/review\/[^/]+$/);
  const address = page.url();
  await page.getByRole("button", { name: "Show pseudonyms" }).click();
  await page.getByRole("button", { name: "Accept A02" }).click();
  await expect(page).not.toHaveURL(address);
});

test("both profiles of the files hold the same characters", async ({ page }) => {
  await signIn(page, "researcher");
  const analysis = parseCsv(await readExport(page, "annotations.csv", "analysis"));
  const mine = analysis.filter(
    (row) => row.article_external_id === "article-unicode" && row.annotator_id === "A01",
  );
  expect(mine.map(({ quote, segment }) => ({ phrase: quote, segment }))).toEqual(
    expect.arrayContaining(marks.map(({ phrase, segment }) => ({ phrase, segment }))),
  );
  for (const row of mine) {
    const units = Number(row.end_utf16) - Number(row.start_utf16);
    expect(row.quote).toHaveLength(units);
    expect([...(row.quote ?? "")]).toHaveLength(Number(row.end) - Number(row.start));
  }
  const spreadsheet = parseCsv(await readExport(page, "annotations.csv", "spreadsheet"));
  const quotes = spreadsheet.map(({ quote }) => quote);
  expect(quotes).toContain("'=cmd|' /C calc'!A0");
  expect(quotes).toContain("'@handle");
  expect(quotes).toContain("<script>alert(1)</script>");
  for (const { start } of spreadsheet) expect(start).toMatch(/^\d+$/);

  const gold = parseCsv(await readExport(page, "gold.csv", "analysis"));
  expect(gold.map(({ quote, outcome }) => [quote, outcome])).toContainEqual([
    `${family} families reacted`,
    "accept",
  ]);
});

async function chooseCharacterSnapping(page: Page): Promise<void> {
  await page.getByLabel("Snap to").selectOption("character");
}

import { expect, type Page, test } from "@playwright/test";

import { AnnotatePage } from "./fixtures/annotate-page";
import { signIn, signInAndOpen } from "./fixtures/accounts";
import { type CsvRow, parseCsv, slice } from "./fixtures/csv";
import { readExport } from "./fixtures/exports";

const article = /West reluctant/;
const marks = [
  { phrase: "reluctant", tag: "Loaded", tagId: "LOADED", segment: "title" },
  { phrase: "complained", tag: "Loaded", tagId: "LOADED", segment: "body" },
  { phrase: "one Western official", tag: "Anonymous", tagId: "ANONYMOUS", segment: "body" },
  { phrase: "creeping expansion", tag: "Loaded", tagId: "LOADED", segment: "body" },
] as const;

test.describe.configure({ mode: "serial" });

test("the agreement of the first two is what the data's makers computed", async ({ page }) => {
  await signInAndOpen(page, "researcher");
  await page.getByRole("link", { name: /Demo/ }).click();
  await page.getByRole("link", { name: "Agreement", exact: true }).click();
  const sourcing = page.getByRole("region", { name: "SOURCING", exact: true });
  await expect(sourcing).toContainText("alpha 0.56");
  await expect(sourcing).toContainText("Which 0.77");
  await expect(page.getByRole("region", { name: "FRAMING", exact: true })).toContainText(
    "alpha 0.69",
  );
  await expect(page.getByText("Below five articles there is no interval")).toBeVisible();
  const pairs = page.getByRole("table", { name: "Agreement by pair of annotators" });
  await expect(pairs.getByRole("row").nth(1)).toContainText("0.51");
  const label = page.getByRole("row").filter({ hasText: "Label" }).first();
  await expect(label).toContainText("0.92");
});

test("an annotator marks the real article by mouse and submits it", async ({ page }) => {
  await signIn(page, "annotator-c");
  const annotate = new AnnotatePage(page);
  await annotate.openFromQueue(article);
  // Outlet-blind: where it comes from must not colour the reading.
  await expect(page.getByText("russiaherald")).toHaveCount(0);

  for (const { phrase, tag, segment } of marks) await annotate.tag(phrase, tag, { segment });
  await expect(annotate.spans()).toHaveCount(marks.length);

  // As the two before said it too, so that all three agree on one span.
  await annotate.spans().filter({ hasText: "complained" }).getByRole("button").click();
  await page.getByLabel("Target").fill("Ukrainian officials");
  await page.getByLabel("Polarity").selectOption("negative");
  await page.getByLabel("Voice").selectOption("outlet");
  await page.getByLabel("Intensity").selectOption("2");
  await page.getByLabel("Neutral alternative").fill("said");
  await page.getByLabel("Neutral alternative").blur();

  await annotate.spans().filter({ hasText: "Anonymous" }).getByRole("button").click();
  await page.getByLabel("Verb stance").selectOption("neutral");
  await page.getByLabel("Confidence").selectOption("2");
  await page.getByLabel("Note").fill("one, not several");
  await page.getByLabel("Note").blur();
  await annotate.expectSaved();

  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByLabel("Note")).toHaveValue("");
  await page.getByRole("button", { name: "Redo" }).click();
  await expect(page.getByLabel("Note")).toHaveValue("one, not several");

  await annotate.expectSaved();
  await page.reload();
  await expect(annotate.spans()).toHaveCount(marks.length);

  await page.getByLabel("What kind of article is it?").selectOption("report");
  await page.getByRole("button", { name: "Submit article" }).click();
  await expect(page.getByText("This is how you handed it in.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Remove span" })).toHaveCount(0);
});

test("a reviewer decides: accepts, rejects, edits", async ({ page }) => {
  await signInAndOpen(page, "reviewer");
  await page.getByRole("link", { name: /Demo/ }).click();
  await page.getByRole("link", { name: "Review", exact: true }).click();
  const inbox = page.getByRole("list", { name: "Disagreements" });
  await inbox
    .getByRole("link")
    .filter({ hasText: /FRAMING.*publicly state$/s })
    .first()
    .click();

  await page.getByLabel("Rule cited").selectOption({ label: "R5 Doubt lives in one place" });
  await page.getByLabel("Comment").fill("the cue carries the doubt");
  const first = page.url();
  await page.getByRole("button", { name: "Nothing here" }).click();
  await expect(page).not.toHaveURL(first);

  await page.getByRole("link", { name: "Review", exact: true }).click();
  await inbox.getByRole("link").filter({ hasText: "creeping expansion" }).first().click();
  const second = page.url();
  await page.getByRole("button", { name: "Accept version 1" }).click();
  await expect(page).not.toHaveURL(second);
});

test("of two reviewers deciding at once one wins and the other is told", async ({ browser }) => {
  const open = async (role: "reviewer" | "admin") => {
    const page = await (await browser.newContext()).newPage();
    await signInAndOpen(page, role);
    await page.getByRole("link", { name: /Demo/ }).click();
    await page.getByRole("link", { name: "Review", exact: true }).click();
    await page.getByRole("list", { name: "Disagreements" }).getByRole("link").last().click();
    await expect(page.getByRole("button", { name: "Both defensible" })).toBeVisible();
    return page;
  };
  const [one, other] = [await open("reviewer"), await open("admin")];
  expect(one.url()).toBe(other.url());
  const address = one.url();
  await one.getByRole("button", { name: "Both defensible" }).click();
  await expect(one).not.toHaveURL(address);
  await other.getByRole("button", { name: "Unresolved" }).click();
  await expect(other.getByText("Someone decided this first")).toBeVisible();
  await expect(other.getByText(/^R\d\d: Both defensible/)).toBeVisible();
});

test("a researcher's files hold exactly what was done", async ({ page }) => {
  await signIn(page, "researcher");
  const file = await readExport(page, "annotations.csv", "analysis");
  expect(file.startsWith("project_id,codebook_version,article_id,")).toBe(true);
  const rows = parseCsv(file);
  const mine = rows.filter(({ annotator_id }) => annotator_id === "A03");
  expect(rows).toHaveLength(38 + 35 + marks.length);
  expect(new Set(rows.map((row) => row.annotation_id)).size).toBe(rows.length);

  const texts = await textsOf(page);
  for (const row of rows) expectQuoteIsSlice(row, texts);
  expect(mine.map((row) => [row.segment, row.tag, row.quote])).toEqual([
    ["title", "LOADED", "reluctant"],
    ["body", "LOADED", "complained"],
    ["body", "LOADED", "creeping expansion"],
    ["body", "ANONYMOUS", "one Western official"],
  ]);
  expect(mine.find(({ tag }) => tag === "ANONYMOUS")).toMatchObject({
    codebook_version: "1",
    article_external_id: "article-west-reluctant",
    outlet: "russiaherald.com",
    published_on: "2022-04-02",
    assignment_status: "submitted",
    family: "SOURCING",
    offset_unit: "codepoint",
    attr_verb_stance: "neutral",
    attr_form: "",
    confidence: "2",
    note: "",
  });
  for (const row of mine) expect(row.submitted_at).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  expect(await readExport(page, "annotations.csv", "analysis")).toBe(file);

  const gold = parseCsv(await readExport(page, "gold.csv", "analysis"));
  const outcomes = new Set(gold.map(({ outcome }) => outcome));
  expect(outcomes).toEqual(new Set(["unanimous", "reject", "accept", "both_defensible"]));
  const rejected = gold.filter(({ outcome }) => outcome === "reject");
  expect(rejected[0]).toMatchObject({
    quote: "publicly state",
    rule_cited: "R5",
    comment: "the cue carries the doubt",
    n_annotators: "3",
  });
  expect(rejected[0]?.decided_by).toMatch(/^R\d\d$/);
  for (const row of gold) expectQuoteIsSlice(row, texts);

  const articles = parseCsv(await readExport(page, "articles.csv", "analysis"));
  expect(articles.map((row) => row.external_id)).toContain("article-unicode");
  const real = articles.find((row) => row.external_id === "article-west-reluctant");
  expect(real).toMatchObject({ n_code_points: "3235", n_assigned: "3", n_submitted: "3" });
  const assignments = parseCsv(await readExport(page, "assignments.csv", "analysis"));
  expect(assignments.map((row) => [row.annotator_id, row.n_spans])).toEqual([
    ["A01", "38"],
    ["A02", "35"],
    ["A03", "4"],
  ]);
  const forExcel = await readExport(page, "annotations.csv", "spreadsheet");
  expect(forExcel.startsWith("\ufeff")).toBe(true);
  expect(parseCsv(forExcel)).toHaveLength(rows.length);
});

type Texts = Map<string, { title: string; body: string }>;

/** Titles and bodies as the annotator endpoint gives them, by article id. */
async function textsOf(page: Page): Promise<Texts> {
  const context = await page.context().browser()?.newContext();
  const other = await context?.newPage();
  if (!other) throw new Error("no browser");
  await signIn(other, "annotator-a");
  const queue = (await (await other.request.get("/api/v1/assignments")).json()) as {
    items: { id: string }[];
  };
  const texts: Texts = new Map();
  for (const { id } of queue.items) {
    const { article: found } = (await (
      await other.request.get(`/api/v1/assignments/${id}`)
    ).json()) as { article: { id: string; title: string; body: string } };
    texts.set(found.id, found);
  }
  await context?.close();
  return texts;
}

function expectQuoteIsSlice(row: CsvRow, texts: Texts): void {
  const text = texts.get(row.article_id ?? "")?.[row.segment === "title" ? "title" : "body"] ?? "";
  expect(slice(text, Number(row.start), Number(row.end))).toBe(row.quote);
  if (row.start_utf16) {
    expect(text.slice(Number(row.start_utf16), Number(row.end_utf16))).toBe(row.quote);
    expect(text).toContain(`${row.prefix}${row.quote}${row.suffix}`);
  }
}

import { readFileSync } from "node:fs";

import { type Download, expect, type Page, test } from "@playwright/test";

import { demoEmail, demoPassword, signIn } from "./fixtures/accounts";
import { makeDemoCopy } from "./fixtures/demo-copy";
import { connect, ok } from "./fixtures/http";
import { makeReviewProject } from "./fixtures/review-project";
import { expectAccessible } from "./fixtures/accessible";

test.describe.configure({ mode: "serial" });

let projectId: string;
test.beforeAll(async ({ baseURL }) => {
  ({ projectId } = await makeDemoCopy(baseURL ?? "", "Agreement of two"));
});

async function open(page: Page, id = projectId): Promise<void> {
  await signIn(page, "reviewer");
  await page.goto(`/projects/${id}/agreement`);
  await expect(page.getByRole("heading", { level: 1, name: "Agreement" })).toBeVisible();
}

const table = (page: Page, name: string | RegExp) => page.getByRole("table", { name });
const rowOf = (page: Page, caption: string, name: RegExp) =>
  table(page, caption).getByRole("row", { name });

async function save(page: Page, press: () => Promise<void>): Promise<[Download, string]> {
  const waiting = page.waitForEvent("download");
  await press();
  const download = await waiting;
  return [download, readFileSync(await download.path(), "utf8")];
}

test("the values that the demo's makers computed stand on the page", async ({ page }) => {
  await open(page);
  await expect(page.getByRole("region", { name: "SOURCING", exact: true })).toContainText(
    "alpha 0.56",
  );
  const pairs = table(page, "Agreement by pair of annotators");
  const values = (row: number) =>
    pairs.getByRole("row").nth(row).getByRole("link").allTextContents();
  // Exact, overlap, IoU, partial, alpha, then exact and IoU whatever the tag.
  expect(await values(1)).toEqual(["0.51", "0.72", "0.67", "0.66", "0.56", "0.56", "0.82"]);
  expect(await values(2)).toEqual(["0.25", "0.56", "0.44", "0.49", "0.69", "0.25", "0.50"]);
  await expect(rowOf(page, "Agreement by tag", /^Label/)).toContainText("0.92");
  await expect(rowOf(page, "Agreement by tag", /^Named/)).toContainText("Nobody marked anything.");
  await expect(rowOf(page, "Document questions", /^Genre/)).toContainText(
    "Every pairable rating has the same value.",
  );
  await expect(page.getByText("Below five articles there is no interval")).toBeVisible();
  await expect(page.getByText(/There is no plan yet: At least 5 articles/)).toBeVisible();
  await expect(table(page, "Agreement by week").getByRole("row")).toHaveCount(2);
});

test("the advanced coefficients are computed when somebody asks", async ({ page }) => {
  await open(page);
  const caption = "Advanced coefficients by family";
  const compute = page.getByRole("button", { name: "Compute advanced coefficients" });
  await expect(async () => {
    await compute.click();
    await expect(compute).toBeHidden({ timeout: 2_000 });
  }).toPass();
  await expect(table(page, caption)).toBeVisible({ timeout: 60_000 });
  const firstOf = async (name: RegExp) =>
    (await rowOf(page, caption, name).getByRole("cell").first().textContent())?.slice(0, 4);
  expect(await firstOf(/^u-alpha/)).toBe("0.53");
  expect(await firstOf(/^\|u-alpha/)).toBe("0.56");
  expect(await firstOf(/^cu-alpha/)).toBe("0.75");
  expect(await firstOf(/^alpha_U/)).toBe("0.33");
  expect(await firstOf(/^alpha, tag sets, MASI/)).toBe("0.53");
  await expect(rowOf(page, caption, /^gamma/)).toContainText("disorder 0.44 / 0.87");
  await expect(rowOf(page, caption, /^u-alpha/)).toContainText("An annotator's units overlap.");
});

test("each figure leads to the disagreements behind it", async ({ page }) => {
  await open(page);
  const matrix = table(page, "F1 exact of SOURCING by pair of annotators");
  await expect(matrix).toBeVisible();
  await page.getByLabel("Measure").selectOption("Alpha");
  const cell = table(page, "Alpha of SOURCING by pair of annotators").getByRole("link").first();
  await expect(cell).toHaveAttribute("href", /family=SOURCING&annotators=A01&annotators=A02/);
  await page.getByRole("link", { name: /See these FRAMING disagreements: Where/ }).click();
  await expect(page).toHaveURL(/review\?status=&family=FRAMING&kind=boundary/);
  await expect(page.getByRole("list", { name: "Disagreements" })).toBeVisible();
});

test("a confusion of two tags and a week lead to their disagreements alone", async ({ page }) => {
  await open(page);
  const confusion = page.getByRole("region", { name: "Which tag meets which" });
  await confusion.getByRole("link", { name: /^\d+ / }).first().click();
  await expect(page).toHaveURL(/tag=\w+&confusedWith=\w+/);
  const found = page.getByRole("list", { name: "Disagreements" }).getByRole("listitem");
  await expect(found.first()).toBeVisible();
  const confusedWith = page.getByLabel("Confused with").locator("option:checked");
  await expect(found.first()).toContainText((await confusedWith.textContent()) ?? "");

  await open(page);
  const trend = page.getByRole("region", { name: "Alpha by week" });
  await trend.getByRole("link").first().click();
  await expect(page).toHaveURL(/week=\d{4}-W\d\d/);
  await expect(page.getByLabel("Week of submission")).toBeVisible();
  await expect(found.first()).toBeVisible();
});

test("charts and tables can be taken away", async ({ page }) => {
  await open(page);
  const tags = page.getByRole("region", { name: "By tag" });
  const svgButton = tags.getByRole("button", { name: "Download as SVG" });
  const [svgFile, svg] = await save(page, () => svgButton.click());
  expect(svgFile.suggestedFilename()).toBe("agreement.svg");
  expect(svg).toMatch(/^<svg[^>]+xmlns/);
  expect(svg).not.toContain("var(--");
  expect(svg).toContain("Media relay");
  const csvButton = tags.getByRole("button", { name: "Download as CSV" });
  const [csvFile, csv] = await save(page, () => csvButton.click());
  expect(csvFile.suggestedFilename()).toBe("agreement.csv");
  expect(csv).toMatch(/^scope,family,tag,/);
  expect(csv).toMatch(/\r\ntag,FRAMING,LABEL,,,,alpha,Krippendorff’s alpha,character,.*,0\.9246/);
  const trend = page.getByRole("region", { name: "Alpha by week" });
  const [weeks] = await save(page, () =>
    trend.getByRole("button", { name: "Download as SVG" }).click(),
  );
  expect(weeks.suggestedFilename()).toBe("agreement-by-week.svg");
});

test("the methods sentence names all that a paper must", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page);
  const sourcing = page.getByRole("region", { name: "SOURCING", exact: true });
  await sourcing.getByRole("button", { name: "Copy methods sentence" }).click();
  await expect(sourcing.getByRole("button", { name: "Copied" })).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toMatch(/Krippendorff’s alpha = 0\.56 \(unit: character of the article body/);
  expect(text).toMatch(/nominal.*no interval.*1 article.*codebook version 1; Slantwise \d/);
});

test("a plan says how many articles to read twice", async ({ page, baseURL }) => {
  const many = await makeReviewProject(baseURL ?? "", { name: "Agreement of six", nArticles: 6 });
  await open(page, many.projectId);
  await page.getByLabel("Family or tag").selectOption("FRAMING");
  await page.getByLabel("For an interval of ±").fill("0.05");
  await expect(page.getByText(/At the present prevalence of .* must be read twice/)).toBeVisible();
  const framing = page.getByRole("region", { name: "FRAMING", exact: true });
  await expect(framing).toContainText("95% interval");
});

test("a project with nothing to compare says why, and every number of the API is labelled", async ({
  page,
  baseURL,
}) => {
  const admin = await connect(baseURL ?? "", demoEmail("admin"), demoPassword());
  const { id } = await ok<{ id: string }>(
    admin.post("/api/v1/projects", { data: { name: "Nothing to compare" } }),
  );
  const members = { email: demoEmail("reviewer"), role: "reviewer" };
  await ok(admin.post(`/api/v1/projects/${id}/members`, { data: members }));
  await open(page, id);
  await expect(page.getByText("Nothing to compare yet")).toBeVisible();
  await expect(table(page, "Published agreement")).toBeVisible();

  const path = `/api/v1/projects/${projectId}/agreement?unit=span&family=FRAMING`;
  type Figure = { coefficient: string; unit: string; level: string; value: number | null };
  const { figures } = await ok<{ figures: (Figure & { reason: string | null })[] }>(
    admin.get(path),
  );
  expect(figures.length).toBeGreaterThan(10);
  for (const { coefficient, unit, level, value, reason } of figures) {
    expect([coefficient, unit, level].every((label) => label !== "")).toBe(true);
    expect(value === null && !reason).toBe(false);
  }
});

test("there is nothing for axe to find, and no sideways scrolling, on a phone", async ({
  page,
}) => {
  await open(page);
  const looks = [
    { colorScheme: "light", width: 390 },
    { colorScheme: "dark", width: 1440 },
  ] as const;
  for (const { colorScheme, width } of looks) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await expectAccessible(page, `${width}, ${colorScheme}`);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
  }
});

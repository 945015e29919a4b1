import { expect, type Page, test } from "@playwright/test";
import { parquetReadObjects } from "hyparquet";

import { signIn } from "./fixtures/accounts";
import { parseCsv } from "./fixtures/csv";
import { download, unpack } from "./fixtures/release-package";
import { expectAccessible } from "./fixtures/accessible";

async function openDownloads(page: Page): Promise<void> {
  await signIn(page, "researcher");
  await page.goto("/projects");
  await page.getByRole("link", { name: /Demo/ }).click();
  await page.getByRole("link", { name: "Exports", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Exports", exact: true })).toBeVisible();
}

const form = (page: Page) => page.getByRole("form", { name: "What to download" });

async function choose(page: Page, choices: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, option] of Object.entries(choices)) {
    await form(page).getByLabel(label, { exact: true }).selectOption({ label: option });
  }
  await form(page).getByRole("button", { name: "Update preview" }).click();
  await expect(page).toHaveURL(/contents=/);
}

/** The address that the page offers for scripts, asked with the page's own session. */
async function byAddress(page: Page): Promise<Buffer> {
  const command = await page.getByText(/^curl /).innerText();
  const address = new URL(/'(http[^']+)'$/.exec(command)?.[1] ?? "");
  const response = await page.request.get(address.pathname + address.search);
  expect(response.ok(), address.href).toBe(true);
  return response.body();
}

test("a researcher narrows a table, sees how it begins, and gets what was shown", async ({
  page,
}) => {
  await openDownloads(page);
  await choose(page, { Tag: "Loaded", Annotator: "A02" });
  const table = page.getByRole("table", { name: "First rows of annotations.csv" });
  await expect(table).toBeVisible();
  const shown = await table.getByRole("row").count();
  const csv = await download(page, "Download annotations.csv");
  await expect(page.getByText(/annotations\.csv is downloaded: /)).toBeVisible();
  const rows = parseCsv(csv.toString("utf8"));
  expect(rows.length).toBeGreaterThan(0);
  expect(Math.min(rows.length, 10)).toBe(shown - 1);
  for (const row of rows) expect(row).toMatchObject({ tag: "LOADED", annotator_id: "A02" });
  for (const row of rows) expect(row.note).toBe("");
  expect(csv.equals(await byAddress(page))).toBe(true);
  await expect(page.getByText(`${rows.length} row`)).toBeVisible();
  await expectAccessible(page);

  await choose(page, { Format: "Parquet" });
  const parquet = await download(page, "Download annotations.parquet");
  const file = Uint8Array.from(parquet).buffer;
  const objects = await parquetReadObjects({ file });
  const places = objects.map(({ annotation_id, start }) => ({
    annotation_id: String(annotation_id),
    start: String(start),
  }));
  expect(places).toEqual(rows.map(({ annotation_id, start }) => ({ annotation_id, start })));
});

test("an archive for another tool holds an annotator's layers", async ({ page }) => {
  await openDownloads(page);
  await form(page).getByLabel("Contents").selectOption("brat.zip");
  await expect(page.getByRole("heading", { name: "brat.zip" })).toBeVisible();
  await choose(page, { Annotator: "A01" });
  await expect(page.getByLabel("How it begins")).toContainText("T1\t");
  const zip = await download(page, "Download brat.zip");
  expect(zip.equals(await byAddress(page))).toBe(true);
  const { textOf } = unpack(zip);
  const address = page.url().replace(/\/projects\/([^/]+)\/.*/, "/api/v1/projects/$1/exports");
  const csv = await page.request.get(`${address}/annotations.csv?annotator=A01`);
  const rows = parseCsv(await csv.text());
  const articles = [...new Set(rows.map((row) => row.article_id))];
  const spans = articles.flatMap((id) => textOf(`A01/${id}.ann`).match(/^T\d+\t.*$/gm) ?? []);
  expect(spans).toHaveLength(rows.length);
  await expectAccessible(page);
});

test("what doesn't fit a file isn't offered, nor who people are", async ({ page }) => {
  await openDownloads(page);
  await form(page).getByLabel("Contents").selectOption("annotators");
  await expect(page.getByRole("heading", { name: "annotators.csv" }).first()).toBeVisible();
  await expect(form(page).getByLabel("Outlet")).toHaveCount(0);
  await expect(form(page).getByLabel(/names and addresses/)).toHaveCount(0);
  const address = page.url().replace(/\/projects\/([^/]+)\/.*/, "/api/v1/projects/$1/exports");
  const refused = await page.request.get(`${address}/annotators.csv?identities=true`);
  expect(refused.status()).toBe(403);
  const misfit = await page.request.get(`${address}/gold.csv?annotator=A01`);
  expect(misfit.status()).toBe(422);
  expect(await misfit.json()).toMatchObject({ errors: [{ path: "annotator" }] });
});

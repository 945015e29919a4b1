import path from "node:path";

import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";

import { demoEmail, demoPassword, signIn } from "./fixtures/accounts";
import { articleFile, connect, ok } from "./fixtures/http";
import { lookAt } from "./fixtures/look-at";
import { addSpans, findOpenAssignments } from "./fixtures/mark-by-api";

test.describe.configure({ mode: "serial" });

const shots = path.resolve("test-results/screens");
const sentence = "Officials said on Friday that the talks had failed, and nobody knows why. ";
/** A worker that has just been started may take a while to look into its queue. */
const inBackground = { timeout: 60_000 };

let projectId = "";
test.beforeAll(async ({ baseURL }) => {
  const admin = await connect(baseURL ?? "", demoEmail("admin"), demoPassword());
  const { id } = await ok<{ id: string }>(
    admin.post("/api/v1/projects", { data: { name: "Imports" } }),
  );
  projectId = id;
  const member = { email: demoEmail("annotator-c"), role: "annotator" };
  await ok(admin.post(`/api/v1/projects/${id}/members`, { data: member }));
});

async function openArticles(page: Page): Promise<void> {
  await signIn(page, "admin");
  await page.goto(`/projects/${projectId}/articles`);
  await expect(page.getByRole("heading", { level: 1, name: "Articles" })).toBeVisible();
}

/** Drops a file on the import, as from a desktop. */
async function drop(page: Page, name: string, text: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ({ name, text }) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], name));
      return transfer;
    },
    { name, text },
  );
  const zone = page.locator("[data-drop-zone]");
  await zone.dispatchEvent("dragover", { dataTransfer: transfer });
  await zone.dispatchEvent("drop", { dataTransfer: transfer });
}

const choose = (page: Page, name: string, text: string | Buffer) =>
  page
    .getByLabel("Article files")
    .setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
const importButton = (page: Page) => page.getByRole("button", { name: "Import", exact: true });

async function expectAccessible(page: Page, name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  for (const [width, scheme] of [
    [1440, "light"],
    [390, "dark"],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: scheme });
    await page.screenshot({ path: `${shots}/${name}-${width}-${scheme}.png`, fullPage: true });
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ colorScheme: "light" });
}

test("a table with other column names is dropped, mapped beside its rows, and imported", async ({
  page,
}) => {
  await openArticles(page);
  const csv = `Kopf;Inhalt;Quelle\nTalks fail;"${sentence.repeat(3)}";The Paper\nTalks go on;Short text.;Herald`;
  await drop(page, "news.csv", csv);
  await expect(page.getByText("1 file chosen: news.csv")).toBeVisible();
  const rows = page.getByRole("region", { name: "First rows" });
  await expect(rows).toContainText("Talks fail");
  await expect(page.getByText("Choose which columns hold title and text.")).toBeVisible();
  await page.getByLabel("Title", { exact: true }).selectOption("Kopf");
  await page.getByLabel("Text", { exact: true }).selectOption("Inhalt");
  await page.getByLabel("Outlet", { exact: true }).selectOption("Quelle");
  await page.getByRole("button", { name: "Check without importing" }).click();
  await expect(page.getByText("2 articles would be imported")).toBeVisible();
  await expectAccessible(page, "imports-mapping");
  await importButton(page).click();
  await expect(page.getByText("2 articles imported")).toBeVisible();
  await expect(page.getByRole("row", { name: /Talks fail news-1 The Paper/ })).toBeVisible();
});

test("a web page becomes text, and a copy of it is named and kept", async ({ page }) => {
  await openArticles(page);
  const html = (extra: string) =>
    `<!doctype html><html lang="en"><head><title>Summit ends – The Paper</title></head><body>
     <nav>Home</nav><article><h1>Summit ends</h1>${`<p>${sentence}</p>`.repeat(6)}
     <p>The <b>last</b> word.</p>${extra}<script>document.title = "ran"</script></article></body></html>`;
  await choose(page, "summit.html", html(""));
  await importButton(page).click();
  await expect(page.getByText("1 article imported")).toBeVisible();
  await choose(page, "copy.html", html("<p>By an agency.</p>"));
  await importButton(page).click();
  await expect(page.getByRole("region", { name: "Near duplicates" })).toContainText("Summit ends");
  await page.getByRole("link", { name: "Summit ends" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Summit ends" })).toBeVisible();
  const text = page.getByRole("region", { name: "Text", exact: true });
  await expect(text).toContainText("The last word.");
  await expect(text).not.toContainText("Home");
  await expect(page.getByRole("table", { name: "Near duplicates" })).toContainText("Summit ends");
  await page.getByLabel("Language", { exact: true }).last().fill("en-GB");
  await page.getByRole("button", { name: "Correct language" }).click();
  await expect(page.getByText("A code such as en or pt-BR")).toBeVisible();
  await expectAccessible(page, "article");
});

test("a file in an unclear encoding is refused until one says what it is", async ({ page }) => {
  await openArticles(page);
  const polish = Buffer.from("title,text\nRz\xb9d,Rz\xb9d og\xb3osi\xb3 decyzj\xea.\n", "latin1");
  await choose(page, "rzad.csv", polish);
  await expect(page.getByText(/can't be told for sure/)).toBeVisible();
  await page.getByLabel("Encoding").selectOption("windows-1250");
  await expect(page.getByRole("region", { name: "First rows" })).toContainText("Rząd");
  await importButton(page).click();
  await expect(page.getByText("rzad.csv was read as windows-1250.")).toBeVisible();
});

test("a large file is read in the background, also when its page is closed", async ({ page }) => {
  await openArticles(page);
  const line = (n: number) =>
    JSON.stringify({
      title: `Long ${n}`,
      text: Array.from({ length: 2500 }, (_, at) => `w${n}x${at}`).join(" "),
    });
  const lines = Array.from({ length: 500 }, (_, n) => line(n));
  await choose(page, "large.jsonl", [...lines, line(0)].join("\n"));
  await importButton(page).click();
  await expect(page.getByText("It is read in the background")).toBeVisible(inBackground);
  await page.goto("/projects");
  await page.goto(`/projects/${projectId}/articles`);
  const row = page.getByRole("row", { name: /large\.jsonl/ });
  await expect(row).toContainText("Done", inBackground);
  await expect(row).toContainText("500");
  await expectAccessible(page, "imports-list");
  await row.getByRole("link", { name: "Report on large.jsonl" }).click();
  await expect(page.getByRole("heading", { name: "Report on large.jsonl" })).toBeVisible();
  await page.getByRole("link", { name: "More lines" }).click();
  await expect(page.getByRole("link", { name: "Long 50", exact: true })).toBeVisible();
  await page.getByRole("link", { name: "Duplicates 1", exact: true }).click();
  await expect(page.getByRole("row")).toHaveCount(2);
  await expect(page.getByText("The same text is here already")).toBeVisible();
  await lookAt(page, "import-lines");
  const [report] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download as CSV" }).click(),
  ]);
  expect(report.suggestedFilename()).toMatch(/^import-.*\.csv$/);
  await page.getByRole("link", { name: "The other article" }).click();
  await expect(page.getByRole("heading", { name: "Long 0" })).toBeVisible();
});

test("a corrected text becomes a version; spans move, and lost ones are shown first", async ({
  page,
  baseURL,
}) => {
  const base = `/api/v1/projects/${projectId}`;
  const admin = await connect(baseURL ?? "", demoEmail("admin"), demoPassword());
  const annotator = await connect(baseURL ?? "", demoEmail("annotator-c"), demoPassword());
  const body = "Critics slammed the plan. A source said it would fail.";
  const file = articleFile("plan.txt", ["The plan", "", "", body]);
  const { imported } = await ok<{ imported: { id: string }[] }>(
    admin.post(`${base}/articles/import`, { multipart: { file } }),
  );
  const { items } = await ok<{ items: { userId: string; role: string }[] }>(
    admin.get(`${base}/members`),
  );
  const annotatorIds = items.filter(({ role }) => role === "annotator").map((one) => one.userId);
  const articleIds = imported.map(({ id }) => id);
  await ok(
    admin.post(`${base}/assignments`, { data: { articleIds, annotatorIds, perArticle: 1 } }),
  );
  const [mine] = await findOpenAssignments(annotator, projectId);
  const add = (quote: string, tagId: string) => ({ start: body.indexOf(quote), quote, tagId });
  await addSpans(annotator, mine?.id ?? "", [add("slammed", "LOADED"), add("A source", "VAGUE")]);

  await signIn(page, "admin");
  await page.goto(`/projects/${projectId}/articles/${articleIds[0]}`);
  await page.getByLabel("Corrected text").setInputFiles({
    ...{ name: "plan.txt", mimeType: "text/plain" },
    buffer: Buffer.from("The plan\n\n\nOn Monday, critics spoke out. A source said it would fail."),
  });
  await page.getByRole("button", { name: "Check what moves" }).click();
  await expect(page.getByText("0 kept, 1 moved, 0 uncertain, 1 lost")).toBeVisible();
  const table = page.getByRole("table", { name: /^Spans of/ });
  await expect(table.getByRole("row").nth(1)).toContainText("slammed");
  await expectAccessible(page, "article-new-version");
  await page.getByRole("button", { name: "Store as version 2" }).click();
  await expect(page.getByText("Version 2 of 2")).toBeVisible();
  await expect(page.getByRole("table", { name: "Layers" })).toContainText("Returned");

  const returned = await ok<{ items: { articleTitle: string; nSpans: number }[] }>(
    annotator.get("/api/v1/assignments?status=returned&limit=200"),
  );
  expect(returned.items).toContainEqual(
    expect.objectContaining({ articleTitle: "The plan", nSpans: 1 }),
  );
  await page.getByRole("link", { name: "Version 1" }).click();
  await expect(page.getByRole("region", { name: "Text", exact: true })).toContainText("slammed");
});

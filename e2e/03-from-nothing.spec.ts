import { expect, type Page, test } from "@playwright/test";

import { signInAs, signOut } from "./fixtures/accounts";
import { AnnotatePage } from "./fixtures/annotate-page";
import { parseCsv } from "./fixtures/csv";
import { articleFile } from "./fixtures/http";

test.use({ baseURL: process.env.BASE_URL_EMPTY ?? "http://127.0.0.1:3001" });
test.describe.configure({ mode: "serial" });

const password = "four words are enough";
const people = {
  admin: "ada@lab.example",
  first: "bo@lab.example",
  second: "cy@lab.example",
};
const good = articleFile("harbour.txt", [
  "Harbour vote slips again",
  "20260103",
  "https://example.org/harbour",
  "Officials said the delay was routine.",
  "Critics called the plan a reckless giveaway.",
]);
const quiet = articleFile("weather.txt", [
  "Rain on Tuesday",
  "20260104",
  "https://example.org/weather",
  "It rained on Tuesday.",
]);
const broken = articleFile("broken.txt", [
  "No such day",
  "20261345",
  "https://example.org/broken",
  "Text.",
]);
const invites = new Map<string, string>();

test("the first person makes an account, a project and invites", async ({ page }) => {
  await page.goto("/");
  await expect(page).toHaveURL(/first-run/);
  await page.getByLabel("Your name").fill("Ada");
  await page.getByLabel("E-mail").fill(people.admin);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Create the first account" }).click();

  await expect(page.getByRole("heading", { name: "Projects" })).toBeVisible();
  await page.getByRole("button", { name: "New project" }).click();
  await page.getByLabel("Name").fill("Harbour study");
  await page.getByRole("button", { name: "Create project" }).click();
  await expect(page.getByRole("navigation", { name: "Project" })).toBeVisible();
  await page.getByRole("link", { name: "Codebook", exact: true }).click();
  await expect(page.getByText("SOURCING").first()).toBeVisible();

  await page.getByRole("link", { name: "Members", exact: true }).click();
  for (const email of [people.first, people.second]) {
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Role").selectOption("annotator");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    const link = page.getByLabel("Invite link");
    await expect(link).toHaveValue(/invite#/);
    await expect(page.getByText(email).first()).toBeVisible();
    invites.set(email, await link.inputValue());
  }
  expect(new Set(invites.values()).size).toBe(2);
});

test("invited people join once, by their own link", async ({ browser, baseURL }) => {
  for (const [email, link] of invites) {
    const context = await browser.newContext(baseURL ? { baseURL } : {});
    const page = await context.newPage();
    await page.goto(link);
    await expect(page.getByText(email)).toBeVisible();
    await page.getByLabel("Your name").fill(email.split("@")[0] ?? "");
    await page.getByLabel("Password").fill(password);
    await page.getByRole("button", { name: "Join the project" }).click();
    await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
    await signOut(page);
    await page.goto(link);
    await expect(page.getByRole("heading", { name: "This invite can't be used" })).toBeVisible();
    await context.close();
  }
});

test("articles come in: checked, refused with the line, then stored once", async ({ page }) => {
  await openProject(page);
  await page.getByRole("link", { name: "Articles", exact: true }).click();
  const files = page.getByLabel("Article files");

  await files.setInputFiles([good, quiet]);
  await page.getByRole("button", { name: "Check without importing" }).click();
  await expect(page.getByText("2 articles would be imported")).toBeVisible();
  await page.reload();
  await expect(page.getByText("Harbour vote slips again")).toHaveCount(0);

  await files.setInputFiles([good, broken]);
  await page.getByRole("button", { name: "Import", exact: true }).click();
  const errors = page.getByRole("table", { name: "Errors" });
  await expect(errors.getByRole("row").nth(1)).toContainText(/broken\.txt\s*2/);
  await expect(page.getByText("Nothing was stored.")).toBeVisible();
  await page.reload();
  await expect(page.getByText("Harbour vote slips again")).toHaveCount(0);

  await files.setInputFiles([good, broken]);
  await page.getByLabel("Import the good files even when others have errors").check();
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await expect(page.getByRole("table").getByText("Harbour vote slips again")).toBeVisible();

  await files.setInputFiles([good, quiet]);
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await expect(page.getByText("Already here and left alone: harbour.txt.")).toBeVisible();
  await expect(page.getByRole("table").getByText("Rain on Tuesday")).toBeVisible();
});

test("work is planned, load shown first, and nobody gets an article twice", async ({ page }) => {
  await openProject(page);
  await page.getByRole("link", { name: "Assignments", exact: true }).click();
  await page.getByRole("button", { name: "Show plan" }).click();
  await expect(page.getByText("The plan would make 4 assignments")).toBeVisible();
  await expect(page.getByRole("table", { name: "Load" })).toContainText("bo");
  await page.getByRole("button", { name: "Assign", exact: true }).click();
  const progress = page.getByRole("table", { name: "Progress" });
  await expect(progress.getByRole("row")).toHaveCount(1 + 4);
  for (const box of await page.getByRole("checkbox").all()) await box.check();
  await page.getByRole("button", { name: "Show plan" }).click();
  await expect(page.getByText("The plan would make 0 assignments")).toBeVisible();
});

test("two people annotate; one finds nothing in one article", async ({ page }) => {
  await signInAs(page, people.first, password);
  const annotate = new AnnotatePage(page);
  await annotate.openFromQueue(/Harbour/);
  await annotate.tag("Officials said", "Institutional");
  await annotate.tag("reckless giveaway", "Loaded");
  await submit(page);

  await annotate.openFromQueue(/Rain/);
  await expect(page.getByRole("button", { name: "Submit article" })).toBeDisabled();
  await page.getByLabel(/Nothing found in this article/).check();
  await submit(page);
  await signOut(page);

  await signInAs(page, people.second, password);
  await annotate.openFromQueue(/Harbour/);
  await annotate.tag("Officials said", "Vague");
  await submit(page);
});

test("the admin watches, reopens, and removes a person without losing work", async ({ page }) => {
  await openProject(page);
  await page.getByRole("link", { name: "Assignments", exact: true }).click();
  const progress = page.getByRole("table", { name: "Progress" });
  await expect(progress.getByRole("row").filter({ hasText: "Submitted" }).nth(3)).toBeVisible();
  const row = progress.getByRole("row").filter({ hasText: "Harbour" }).filter({ hasText: "cy" });
  await row.getByRole("button", { name: /Reopen/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(/Why, or what to look at/).fill("Look at the last sentence again.");
  await dialog.getByRole("button", { name: "Reopen" }).click();
  await expect(row.getByText("Returned")).toBeVisible();

  await page.getByRole("link", { name: "Members", exact: true }).click();
  await page.getByRole("button", { name: "Remove bo" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
  await expect(page.getByRole("row").filter({ hasText: people.first })).toContainText(/removed/i);

  const response = await page.request.get(
    `${page.url().replace(/\/projects\/([^/]+)\/.*/, "/api/v1/projects/$1")}/exports/annotations.csv`,
  );
  const rows = parseCsv(await response.text());
  expect(rows.map(({ tag, quote }) => [tag, quote])).toEqual([
    ["INSTITUTIONAL", "Officials said"],
    ["LOADED", "reckless giveaway"],
  ]);
});

test("who was removed sees nothing any more; who was reopened goes on", async ({ page }) => {
  await signInAs(page, people.first, password);
  await page.goto("/annotate");
  await expect(page.getByText("Harbour")).toHaveCount(0);
  await signOut(page);

  await signInAs(page, people.second, password);
  const annotate = new AnnotatePage(page);
  await annotate.openFromQueue(/Harbour/);
  await annotate.tag("Critics", "Vague");
  await submit(page);
});

async function openProject(page: Page): Promise<void> {
  await signInAs(page, people.admin, password);
  await page.goto("/projects");
  await page.getByRole("link", { name: /Harbour study/ }).click();
}

async function submit(page: Page): Promise<void> {
  await new AnnotatePage(page).expectSaved();
  await page.getByLabel("What kind of article is it?").selectOption("report");
  await page.getByRole("button", { name: "Submit article" }).click();
  await expect(page.getByText("This is how you handed it in.")).toBeVisible();
}

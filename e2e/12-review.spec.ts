import { type Browser, expect, type Page, test } from "@playwright/test";

import { demoEmail, demoPassword, signIn } from "./fixtures/accounts";
import { expectAnswering } from "./fixtures/hydrated";
import { connect, ok } from "./fixtures/http";
import { changeItsSpans, makeReviewProject, type ReviewProject } from "./fixtures/review-project";

test.describe.configure({ mode: "serial" });

const nArticles = 26;
/** What another reviewer does must be on the screen within this. */
const live = { timeout: 2_000 };

let project: ReviewProject;
test.beforeAll(async ({ baseURL }) => {
  project = await makeReviewProject(baseURL ?? "", { name: "Review by many", nArticles });
  expect(project.disagreementIds).toHaveLength(nArticles);
});

const inboxOf = ({ projectId }: ReviewProject) => `/projects/${projectId}/review`;
const rows = (page: Page) => page.getByRole("list", { name: "Disagreements" }).getByRole("link");
const linkTo = (at: number) => `a[href$="${project.disagreementIds[at]}"]`;
const count = (page: Page, status: string) => page.locator(`[data-count=${status}]`);

async function openAs(browser: Browser, role: "reviewer" | "admin", path: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signIn(page, role);
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  return page;
}

/** Opens a disagreement and waits until the page hears what others do. */
async function openCase(browser: Browser, role: "reviewer" | "admin", at: number) {
  const path = `${inboxOf(project)}/${project.disagreementIds[at]}`;
  const page = await openAs(browser, role, path);
  await expect(page.getByRole("button", { name: "Both defensible" })).toBeVisible();
  return page;
}

test("twenty disagreements by keyboard alone, two keys to the first and one for each", async ({
  page,
}) => {
  await signIn(page, "reviewer");
  await page.goto(inboxOf(project));
  await expect(count(page, "open")).toHaveText(String(nArticles));
  await expectAnswering(rows(page).first());
  await rows(page).first().focus();
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  await page.keyboard.press("Enter");
  for (const [at, key] of Array.from({ length: 20 }, (_, n) => "12xbn"[n % 5] ?? "").entries()) {
    await page.waitForURL(`**/${project.disagreementIds[at]}`);
    await expect(page.getByRole("button", { name: "Both defensible" })).toBeEnabled();
    await page.keyboard.press(key);
  }
  await page.waitForURL(`**/${project.disagreementIds[20]}`);
  await page.goto(inboxOf(project));
  await expect(count(page, "decided")).toHaveText("20");
  await expect(count(page, "open")).toHaveText(String(nArticles - 20));
});

test("one key takes the last decision back, from the next page and from its own", async ({
  page,
}) => {
  await signIn(page, "reviewer");
  await page.goto(`${inboxOf(project)}/${project.disagreementIds[20]}`);
  await expectAnswering(page.getByRole("button", { name: "Both defensible" }));
  await page.keyboard.press("x");
  await page.waitForURL(`**/${project.disagreementIds[21]}`);
  await expect(page.getByText("You decided: Nothing here, a moment ago")).toBeVisible();
  await page.keyboard.press("u");
  await page.waitForURL(`**/${project.disagreementIds[20]}`);
  const history = page.getByRole("region", { name: "Decisions" }).getByRole("listitem");
  await expect(history).toHaveCount(2);
  await expect(history.first()).toContainText("Taken back");
  await expect(page.getByText("This is decided")).toHaveCount(0);

  // Decided by another one time, by oneself the next: back to the other's.
  await page.goto(`${inboxOf(project)}/${project.disagreementIds[0]}`);
  await expect(page.getByText("This is decided")).toBeVisible();
  await page.getByRole("button", { name: "Undo (u)" }).click();
  await expect(page.getByText("This is decided")).toHaveCount(0);
  await page.goto(inboxOf(project));
  await expect(count(page, "decided")).toHaveText("19");
});

test("two reviewers see within two seconds where the other is and what they decide", async ({
  browser,
}) => {
  const inbox = await openAs(browser, "admin", inboxOf(project));
  const row = rows(inbox).and(inbox.locator(linkTo(21)));
  const one = await openCase(browser, "reviewer", 21);
  await expect(row).toContainText("Being decided by R02", live);
  const other = await openCase(browser, "admin", 21);
  await expect(other.getByText("Being decided by R02")).toBeVisible(live);
  await expect(one.getByText("Being decided by R01")).toBeVisible(live);

  await one.getByRole("button", { name: "Both defensible" }).click();
  await one.waitForURL(`**/${project.disagreementIds[22]}`);
  await expect(row).toContainText("Decided by R02 just now", live);
  await expect(count(inbox, "decided")).toHaveText("20", live);
  await expect(other.getByText("R02 decided this a moment ago")).toBeVisible(live);
  await expect(other.getByText("Now: Both defensible")).toBeVisible();

  // The page is as it was: deciding from it is late, and says what was and what is.
  await other.getByRole("button", { name: "Unresolved" }).click();
  await expect(other.getByText("Someone decided this first")).toBeVisible();
  await expect(other.getByText(/^R02: Both defensible/)).toBeVisible();
  await expect(other.getByText(/^You: Unresolved/)).toBeVisible();
  await other.getByRole("button", { name: "Show it as it is now" }).click();
  await expect(other.getByText("This is decided")).toBeVisible();

  // Deciding again replaces it; taking that back brings the first one back.
  await other.getByRole("button", { name: "Nothing here" }).click();
  await other.waitForURL((url) => !url.pathname.endsWith(project.disagreementIds[21] ?? ""));
  await expect(other.getByText("You decided: Nothing here, a moment ago")).toBeVisible();
  await other.keyboard.press("u");
  await other.waitForURL(`**/${project.disagreementIds[21]}`);
  await expect(other.getByText("This is decided")).toBeVisible();
  const votes = other.getByRole("region", { name: "Decisions" }).getByRole("listitem");
  await expect(votes).toHaveCount(3);
  for (const page of [inbox, one, other]) await page.context().close();
});

test("one ruling settles similar cases, but not one that somebody else was first on", async ({
  browser,
  baseURL,
}) => {
  const page = await openCase(browser, "reviewer", 22);
  const similar = page.getByRole("list", { name: "Similar cases" });
  const nWaiting = 4;
  await expect(similar.getByRole("checkbox")).toHaveCount(nWaiting + 1);
  const caseOf = (at: number) =>
    similar.getByRole("listitem").filter({ has: page.locator(linkTo(at)) });
  for (const n of [23, 24, 25]) await caseOf(n).getByRole("checkbox").check();

  const admin = await connect(baseURL ?? "", demoEmail("admin"), demoPassword());
  const first = { id: crypto.randomUUID(), outcome: "reject", baseRevision: 0 };
  await ok(
    admin.post(`/api/v1/disagreements/${project.disagreementIds[24]}/decision`, { data: first }),
  );

  await page.getByLabel("Rule cited").selectOption({ label: "The codebook is silent here" });
  await page.getByLabel("Comment").fill("a verdict by the paper");
  await page.getByRole("button", { name: "Show pseudonyms" }).click();
  await page.getByRole("button", { name: "Accept A01" }).click();
  await expect(page.getByText("This is decided")).toBeVisible();
  await page.getByRole("button", { name: "Apply this ruling to the ticked ones" }).click();
  await expect(caseOf(23)).toContainText("Decided");
  await expect(caseOf(24)).toContainText("Not decided: R01 was first.");
  await expect(caseOf(25)).toContainText("Decided");
  await expect(page.getByText("2 of 3 decided")).toBeVisible();

  await page.goto(`${inboxOf(project)}/rules/GAP`);
  const gaps = page.getByRole("list", { name: "Decisions that cite it" }).getByRole("listitem");
  await expect(gaps).toHaveCount(3);
  await expect(gaps.filter({ hasText: "as in this case: a verdict by the paper" })).toHaveCount(2);
  await expect(gaps.filter({ hasText: "Loaded: “reckless”" })).toHaveCount(3);
  await page.context().close();
});

test("reviewers talk about a case, and see each other's words at once", async ({ browser }) => {
  const [one, other] = [
    await openCase(browser, "reviewer", 22),
    await openCase(browser, "admin", 22),
  ];
  await one.getByLabel("Message to the other reviewers").fill("@R01 shall this be a rule?");
  await one.getByRole("button", { name: "Send" }).click();
  for (const page of [one, other]) {
    const said = page.getByRole("region", { name: "Discussion" }).getByRole("listitem");
    await expect(said).toContainText("@R01 shall this be a rule?", live);
    await expect(said.getByText("@R01", { exact: true })).toBeVisible();
  }
  for (const page of [one, other]) await page.context().close();
});

test("gold says who decided what, and keeps what went out of use", async ({ page }) => {
  await signIn(page, "reviewer");
  await page.goto(`${inboxOf(project)}/${project.disagreementIds[22]}`);
  await page.getByRole("link", { name: "Gold of this article" }).click();
  const standing = page.getByRole("region", { name: /^In force/ }).getByRole("listitem");
  await expect(standing).toHaveCount(1);
  await expect(standing).toContainText("Accepted a version by R02");
  await expect(standing).toContainText("citing GAP");
  await expect(standing).toContainText("Marked exactly so by 1 of 2: A01");
  await expect(page.getByRole("article").locator("mark")).toHaveText("reckless");
  await standing.getByRole("link", { name: "How it was decided" }).click();
  await expect(page.getByText("This is decided")).toBeVisible();
  await page.keyboard.press("u");
  await expect(page.getByText("This is decided")).toHaveCount(0);
  await page.getByRole("link", { name: "Gold of this article" }).click();
  await expect(page.getByText("1 still to be decided")).toBeVisible();
  await expect(page.getByRole("region", { name: /^Out of use/ })).toContainText("Out of use since");
});

test("a decision whose spans change is stale, and whoever looks is told at once", async ({
  browser,
  baseURL,
}) => {
  const page = await openCase(browser, "reviewer", 23);
  await expect(page.getByText("This is decided")).toBeVisible();
  await expect(page.getByText("Being decided by")).toHaveCount(0);
  await changeItsSpans(baseURL ?? "", project.disagreementIds[23] ?? "");
  await expect(page.getByText("The spans changed a moment ago")).toBeVisible(live);
  await page.keyboard.press("x");
  await expect(page.getByText("The spans changed while you were deciding")).toBeVisible();
  await page.getByRole("button", { name: "Show what stands now" }).click();
  await expect(page.getByText("The spans changed after the decision")).toBeVisible();
  await page.goto(`${inboxOf(project)}?status=stale`);
  await expect(rows(page)).toHaveCount(1);
  await page.context().close();
});

test("a filtered inbox has an address, and can begin with the most split", async ({ page }) => {
  await signIn(page, "reviewer");
  await page.goto(inboxOf(project));
  await page.getByLabel("Kind", { exact: true }).selectOption("Tag");
  await page.getByLabel("Order", { exact: true }).selectOption("Most split first");
  await page.getByRole("button", { name: "Filter" }).click();
  await expect(page).toHaveURL(/kind=tag.*order=split/);
  await expect(rows(page).first()).toBeVisible();
});

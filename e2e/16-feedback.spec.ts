import { type Browser, expect, type Page, test } from "@playwright/test";

import { type DemoRole, signIn } from "./fixtures/accounts";
import { expectAnswering } from "./fixtures/hydrated";
import { changeItsSpans, makeReviewProject, type ReviewProject } from "./fixtures/review-project";
import { expectAccessible } from "./fixtures/accessible";

test.describe.configure({ mode: "serial" });

/** What another does must be on the screen within this. */
const live = { timeout: 2_000 };
const reason = "“Reckless” weighs the plan; nothing is named.";

let project: ReviewProject;
test.beforeAll(async ({ baseURL }) => {
  project = await makeReviewProject(baseURL ?? "", { name: "Feedback", nArticles: 4 });
});

const inbox = () => `/projects/${project.projectId}/review`;
const caseAt = (at: number) => `${inbox()}/${project.disagreementIds[at]}`;
const rows = (page: Page) => page.getByRole("list", { name: "Disagreements" }).getByRole("link");

async function openAs(browser: Browser, role: DemoRole, path: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signIn(page, role);
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  return page;
}

async function openCase(browser: Browser, at: number): Promise<Page> {
  const page = await openAs(browser, "reviewer", caseAt(at));
  await expectAnswering(page.getByRole("button", { name: "Both defensible" }));
  return page;
}

test("a view of the inbox is saved under a name, shared, and leads from case to case", async ({
  browser,
}) => {
  const page = await openAs(browser, "reviewer", inbox());
  await page.getByLabel("Kind", { exact: true }).selectOption("Tag");
  await page.getByLabel("Order", { exact: true }).selectOption("Closest to complete first");
  await page.getByRole("button", { name: "Filter" }).click();
  await expect(page).toHaveURL(/order=release/);
  await expect(rows(page)).toHaveCount(4);
  await page.getByRole("button", { name: "Save this view" }).click();
  await page.getByLabel("Name of the view").fill("Nearly done");
  await page.getByLabel("Share it with the project's reviewers").check();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  const views = page.getByRole("region", { name: "Saved views" });
  await expect(views.getByRole("link", { name: "Nearly done (shared)" })).toBeVisible();
  await expectAccessible(page);

  const other = await openAs(browser, "admin", inbox());
  await other.getByRole("link", { name: "Nearly done (shared by R02)" }).click();
  await expect(other).toHaveURL(/kind=tag&order=release/);
  await rows(other).first().click();
  await expect(other).toHaveURL(/order=release/);
  await other.getByRole("link", { name: "Disagreements of this article" }).click();
  await expect(rows(other)).toHaveCount(1);
  await views.getByRole("button", { name: "Remove the view “Nearly done”" }).click();
  await expect(views.getByRole("link")).toHaveCount(0);
  for (const one of [page, other]) await one.context().close();
});

test("a case is decided in its text: by a new tag, moved edges, or what all missed", async ({
  browser,
}) => {
  const page = await openCase(browser, 1);
  const text = page.getByRole("group", { name: "Text", exact: true });
  await expect(text.locator("mark")).toHaveText("reckless");
  await expect(text).not.toContainText("Feedback 2");
  await page.keyboard.press("w");
  await expect(text).toContainText("Part");
  await expect(page.getByRole("button", { name: "Whole article" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await expect(page.getByText("A01")).toHaveCount(0);
  await page.keyboard.press("h");
  await expect(page.getByRole("button", { name: "Accept A01" })).toBeVisible();
  await page.keyboard.press("h");
  await expectAccessible(page);

  // Both marked the same word: its tag is all there is to decide.
  await page.keyboard.press("t");
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^Doubt/ })
    .press("r");
  await expect(page).not.toHaveURL(caseAt(1));
  await page.goto(caseAt(1));
  const history = page.getByRole("region", { name: "Decisions" }).getByRole("listitem");
  await expect(history.first()).toContainText("Edited");
  await expect(history.first()).toContainText("“reckless”");

  await expectAnswering(page.getByRole("button", { name: "Both defensible" }));
  await page.keyboard.press("e");
  const own = page.getByRole("region", { name: "Your version" });
  await page.keyboard.press("[");
  await expect(own.locator("blockquote")).toHaveText("“is reckless”");
  await page.keyboard.press("a");
  await page.getByRole("dialog").getByRole("button").first().press("1");
  await expect(own.getByRole("group", { name: "Span 2" })).toContainText("Part");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Enter");
  await expect(page).not.toHaveURL(caseAt(1));
  await page.goto(caseAt(1));
  await expect(history.first()).toContainText("Added spans");
  await expect(history.first()).toContainText("“is reckless”");
  await page.context().close();
});

test("an annotator sees what was changed and why, and an appeal reopens it", async ({
  browser,
}) => {
  const reviewer = await openCase(browser, 0);
  await reviewer.getByLabel("Rule cited").selectOption({ label: "R2 Shortest sufficient" });
  await reviewer.getByLabel("Comment").fill("It names the plan.");
  await reviewer.getByRole("button", { name: "Show pseudonyms" }).click();
  await reviewer.getByRole("button", { name: "Accept A02" }).click();
  await expect(reviewer).not.toHaveURL(caseAt(0));
  await reviewer.goto(`${inbox()}?status=decided`);
  await expect(rows(reviewer)).toHaveCount(2);

  const page = await openAs(browser, "annotator-a", "/feedback");
  await page.getByRole("link", { name: "Feedback 1" }).click();
  const changed = page.getByRole("region", { name: /^R2/ }).getByRole("listitem");
  await expect(changed).toContainText("Another tag");
  await expect(changed).toContainText("Yours: Loaded “reckless”");
  await expect(changed).toContainText("Gold: Label “reckless”");
  await expect(changed).toContainText("It names the plan.");
  await expectAccessible(page);
  await changed.getByRole("button", { name: /^Appeal/ }).click();
  await page.getByLabel("Why should it be decided again?").fill(reason);
  await page.getByRole("button", { name: "Send the appeal" }).click();
  await expect(page.getByText("Your appeal is with the reviewers.")).toBeVisible();
  const waiting = page.getByRole("region", { name: "Still to be decided" });
  await expect(waiting).toContainText(reason);

  await expect(rows(reviewer).first()).toContainText("Open again through A01 just now", live);
  await reviewer.goto(`${inbox()}?status=stale`);
  await expect(rows(reviewer)).toContainText("Appealed");
  await rows(reviewer).click();
  await expect(reviewer.getByText("A01 appealed against the decision")).toBeVisible();
  await expect(reviewer.getByText(reason).first()).toBeVisible();
  await expectAccessible(reviewer);
  await reviewer.getByLabel("Comment").fill("Both can be said.");
  await reviewer.getByRole("button", { name: "Both defensible" }).click();
  await reviewer.waitForURL((url) => !url.pathname.endsWith(project.disagreementIds[0] ?? ""));

  await page.reload();
  await expect(page.getByText("1 of 1 of your spans stand as you marked them.")).toBeVisible();
  await page.getByText("As you marked them (1)").click();
  await expect(page.getByText("It was decided again since.")).toBeVisible();
  for (const one of [page, reviewer]) await one.context().close();
});

test("annotators that are let in read and write in the discussion, until it is closed", async ({
  browser,
}) => {
  const reviewer = await openCase(browser, 2);
  await reviewer
    .getByLabel("Message to the other reviewers")
    .fill("@A01 what is it that it judges?");
  await reviewer.getByRole("button", { name: "Send" }).click();
  await reviewer.getByRole("button", { name: "Let its annotators in" }).click();
  await expect(reviewer.getByText(/annotators who submitted this article read/)).toBeVisible();

  const page = await openAs(browser, "annotator-a", "/feedback");
  await page
    .getByRole("region", { name: "Discussions open to you" })
    .getByRole("link", { name: /Feedback 3/ })
    .click();
  await expect(page.getByText("A01 (you)")).toBeVisible();
  await expect(page.getByText("what is it that it judges?")).toBeVisible();
  await expect(page.getByText("To you")).toBeVisible();
  await expectAccessible(page);

  // What a reviewer says is there by itself, and that it spoke to the annotator was seen.
  await reviewer.getByLabel("Message to reviewers and annotators").fill("@A01, the plan?");
  await reviewer.getByRole("button", { name: "Send" }).click();
  await expect(page.getByText("@A01, the plan?")).toBeVisible(live);
  // What was marked stays so while the page is open, though the page has looked again.
  await expect(page.getByText("To you")).toHaveCount(2);
  await expect(async () => {
    await page.goto("/feedback");
    await expect(page.getByRole("link", { name: /Feedback 3/ }).first()).not.toContainText(
      "unread",
    );
  }).toPass();
  await page.goBack();
  await page.getByLabel("Message to reviewers and annotators").fill("The plan, @R02.");
  await page.getByRole("button", { name: "Send" }).click();
  const said = reviewer.getByRole("region", { name: "Discussion" }).getByRole("listitem");
  await expect(said.filter({ hasText: "The plan, @R02." })).toBeVisible(live);

  await reviewer.getByRole("button", { name: "Close it to annotators" }).click();
  await expect(reviewer.getByText("Only reviewers read this.")).toBeVisible();
  await expect(page.getByText("This discussion is no longer open to you")).toBeVisible();
  expect((await page.reload())?.status()).toBe(404);
  await reviewer.goto(`${inbox()}?mentions=me&status=`);
  await expect(rows(reviewer)).toHaveCount(1);
  for (const one of [page, reviewer]) await one.context().close();
});

test("gold opens where each span came from; a changed layer takes it out of use and back", async ({
  browser,
  baseURL,
}) => {
  const page = await openCase(browser, 3);
  await page.keyboard.press("1");
  await expect(page).not.toHaveURL(caseAt(3));
  await page.goto(caseAt(3));
  await page.getByRole("link", { name: "Gold of this article" }).click();
  const text = page.getByRole("article", { name: "Text with gold" });
  await text.locator("mark").click();
  const inForce = page.getByRole("region", { name: /^In force/ });
  await expect(inForce.getByRole("button", { pressed: true })).toBeFocused();
  await expect(inForce).toContainText("Accepted a version by R02");
  await expectAccessible(page);

  await changeItsSpans(baseURL ?? "", project.disagreementIds[3] ?? "");
  await page.reload();
  await expect(text.locator("mark")).toHaveCount(0);
  await expect(page.getByRole("region", { name: /^Out of use/ })).toContainText("Out of use since");
  await page.getByRole("link", { name: "Decide what is left" }).click();
  await rows(page).click();
  await expect(page.getByText("The spans changed after the decision")).toBeVisible();
  await page.context().close();
});

test("a reviewer adds what all missed to gold, by keyboard, and takes it back", async ({
  browser,
}) => {
  const page = await openCase(browser, 3);
  await page.getByRole("link", { name: "Gold of this article" }).click();
  const missed = page.getByRole("region", { name: "What all missed" });
  await expectAnswering(missed.getByRole("button", { name: /^Add what all missed/ }));
  await page.keyboard.press("a");
  await page.getByRole("button", { name: /^Emphasis/ }).click();
  await expect(missed.getByRole("blockquote")).toContainText("Critics");
  await page.keyboard.press("ArrowRight");
  await expect(missed.getByRole("blockquote")).toContainText("say");
  await missed.getByLabel("Comment").fill("Everybody read past it.");
  await expectAccessible(page);
  await missed.getByRole("button", { name: "Add to gold" }).click();
  const inForce = page.getByRole("region", { name: /^In force/ });
  const entry = inForce.getByRole("listitem").filter({ hasText: "Everybody read past it." });
  await expect(entry).toContainText(/by R02/);
  await expect(entry).toContainText("Marked exactly so by 0 of 2");
  await page.getByRole("button", { name: "Undo (u)" }).click();
  await expect(page.getByRole("region", { name: /^Out of use/ })).toContainText(
    "Everybody read past it.",
  );
  await expect(entry).toHaveCount(0);
  await page.context().close();
});

test("several annotators are asked for at once", async ({ browser }) => {
  const page = await openAs(browser, "reviewer", inbox());
  await page.getByText("More filters").click();
  for (const name of ["A01", "A02"]) await page.getByRole("checkbox", { name }).check();
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  await expect(page).toHaveURL(/annotators=A01&annotators=A02/);
  await expect(rows(page).first()).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "A02" })).toBeChecked();
  await expectAccessible(page);
  await page.context().close();
});

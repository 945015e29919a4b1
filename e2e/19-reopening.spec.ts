import { expect, type Page, test } from "@playwright/test";

import { demoEmail, demoPassword, signIn, signOut } from "./fixtures/accounts";
import { connect, ok } from "./fixtures/http";
import { makeReviewProject, type ReviewProject } from "./fixtures/review-project";
import { expectAccessible } from "./fixtures/accessible";

const name = "Second thoughts";
const article = `${name} 1`;
let made: ReviewProject;

test.beforeAll(async ({ baseURL }) => {
  made = await makeReviewProject(baseURL ?? "", { name, nArticles: 1 });
});

async function ask(page: Page, reason: string) {
  await page.getByRole("button", { name: `Ask for ${article} back` }).click();
  const dialog = page.getByRole("dialog", { name: "Ask for this article back" });
  await dialog.getByLabel("Reason").fill(reason);
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Send request" }).click();
  await expect(page.getByText(reason)).toBeVisible();
}

const row = (page: Page) => page.getByRole("listitem").filter({ hasText: article });
const requests = (page: Page) => page.getByRole("table", { name: "Asked for back" });

test("an annotator asks for a submitted article and is declined with a word", async ({ page }) => {
  await signIn(page, "annotator-a");
  await page.goto("/annotate?status=submitted");
  await ask(page, "I tagged the wrong word.");
  await expect(row(page)).toContainText("You asked for this article back");
  await signOut(page);

  await signIn(page, "admin");
  await page.goto(`/projects/${made.projectId}`);
  await page.getByRole("link", { name: "1 request to reopen an article" }).click();
  await expect(requests(page)).toContainText("I tagged the wrong word.");
  await expectAccessible(page);
  await page.getByRole("button", { name: `Decline ${article}` }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Why").fill("Reviewers settle that one.");
  await dialog.getByRole("button", { name: "Decline" }).click();
  await expect(requests(page)).toHaveCount(0);
});

test("asks again; the admin gives it back and the reason is seen", async ({ page }) => {
  await signIn(page, "annotator-a");
  await page.goto("/annotate?status=submitted");
  await expect(row(page)).toContainText("Reviewers settle that one.");
  await ask(page, "It was a quotation, really.");
  await signOut(page);

  await signIn(page, "admin");
  await page.goto(`/projects/${made.projectId}/assignments`);
  await requests(page)
    .getByRole("button", { name: `Reopen ${article}` })
    .click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("It was a quotation, really.");
  await dialog.getByLabel("Why, or what to look at").fill("See the rule on quotations.");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Reopen" }).click();
  await expect(requests(page)).toHaveCount(0);

  await page.getByRole("link", { name: "Audit", exact: true }).click();
  const audit = page.getByRole("table", { name: "Audit" });
  await expect(audit.getByRole("row").nth(1)).toContainText("See the rule on quotations.");
  await page.getByLabel("What").selectOption("assignment.reopen_declined");
  await page.getByRole("button", { name: "Filter" }).click();
  await expect(audit.getByRole("row")).toHaveCount(1 + 1);
  await expect(audit).toContainText("Reviewers settle that one.");
  await expectAccessible(page);
  await signOut(page);

  await signIn(page, "annotator-a");
  await page.goto("/annotate");
  await expect(row(page)).toContainText("Returned by an admin: See the rule on quotations.");
  const next = page.getByRole("region", { name: "Next · Returned to you" });
  await expect(next).toContainText(article);
  await expectAccessible(page);
  await next.getByRole("link", { name: "Continue" }).click();
  await expect(page.getByRole("button", { name: "Submit article" })).toBeVisible();
});

test.afterAll(async ({ baseURL }) => {
  const annotator = await connect(baseURL ?? "", demoEmail("annotator-a"), demoPassword());
  const { items } = await ok<{ items: { id: string; articleTitle: string }[] }>(
    annotator.get("/api/v1/assignments?status=returned&limit=200"),
  );
  for (const { id } of items.filter(({ articleTitle }) => articleTitle === article)) {
    await ok(
      annotator.post(`/api/v1/assignments/${id}/submit`, {
        data: { answers: { genre: "report" } },
      }),
    );
  }
});

import { expect, test } from "@playwright/test";

import { signIn } from "./fixtures/accounts";
import { AnnotatePage } from "./fixtures/annotate-page";
import { openNew } from "./fixtures/open-new";

const operations = "**/api/v1/assignments/*/operations";
type Sent = { operations: { id: string; kind: string; span?: { quote: string } }[] };

test("what is handed in by one tab can't be marked in another", async ({
  browser,
  context,
  baseURL,
}) => {
  const [one, two] = [await context.newPage(), await context.newPage()];
  const { annotate, project, title } = await openNew(one, baseURL, "Handed in");
  await annotate.tag("reckless", "Loaded");
  await annotate.expectSaved();
  const other = new AnnotatePage(two);
  await other.openFromQueue(new RegExp(title));
  await expect(two.getByRole("button", { name: "Submit article" })).toBeVisible();
  // Where it appeared isn't told before: the project reads outlet-blind, as projects do.
  const original = one.getByRole("link", { name: "Original page" });
  await expect(original).toBeHidden();
  await one.getByLabel("What kind of article is it?").selectOption("report");
  await one.getByRole("button", { name: "Submit article" }).click();
  for (const page of [one, two]) {
    await expect(page.getByText("This is how you handed it in.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Submit article" })).toBeHidden();
  }
  await expect(original).toHaveAttribute("href", "https://example.org/");
  await expect(one.getByText("August 1, 2026")).toBeVisible();
  // That it was read like this is a fact about the data.
  const admin = await browser.newPage();
  await signIn(admin, "admin");
  await admin.goto(`/projects/${project.projectId}/assignments`);
  await expect(admin.getByText("read without knowing the outlet")).toBeVisible();
  await admin.close();
});

test("a batch that the server can't read goes in parts, and what is at fault aside for all tabs", async ({
  context,
  baseURL,
}) => {
  const [one, two] = [await context.newPage(), await context.newPage()];
  const { annotate, title } = await openNew(one, baseURL, "Parts");
  const other = new AnnotatePage(two);
  await other.openFromQueue(new RegExp(title));
  const sizes: number[] = [];
  await context.route(operations, async (route) => {
    const sent = route.request().postDataJSON() as Sent;
    const isAtFault = sent.operations.some(({ span }) => span?.quote === "slammed");
    sizes.push(sent.operations.length);
    if (!isAtFault) return route.continue();
    const problem = { status: 422, code: "invalid", detail: "Unreadable." };
    const contentType = "application/problem+json";
    await route.fulfill({ status: 422, contentType, body: JSON.stringify(problem) });
  });
  await context.setOffline(true);
  for (const word of ["reckless", "slammed", "mad"]) await annotate.tag(word, "Loaded");
  await expect(annotate.saveState()).toContainText("3 changes on this device");
  await context.setOffline(false);
  for (const { saveState } of [annotate, other]) {
    await expect(saveState()).toContainText("1 change needs you");
  }
  expect(sizes).toContain(3);
  expect(sizes).toContain(1);
  for (const { spans } of [annotate, other]) await expect(spans()).toHaveText([/reckless/, /mad/]);

  await one.getByRole("button", { name: "Dismiss" }).click();
  for (const page of [one, two]) {
    await expect(page.getByText("Some changes could not be saved")).toBeHidden();
  }
});

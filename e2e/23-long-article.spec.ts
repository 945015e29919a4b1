import { expect, type Page, test } from "@playwright/test";

import { demoEmail, demoPassword, signIn } from "./fixtures/accounts";
import { AnnotatePage } from "./fixtures/annotate-page";
import { connect } from "./fixtures/http";
import { addSpans, findOpenAssignments } from "./fixtures/mark-by-api";
import { makeReadingProject } from "./fixtures/reading-project";

// A run that is repeated on the same database must not go on with an earlier one's article.
const title = `Minutes ${crypto.randomUUID().slice(0, 6)}`;
const filler = "The members went on with what they had before them and came to no end of it. ";
/** Each longer than a screen. */
const paragraphs = Array.from({ length: 45 }, (_, at) => `Item ${at} opened. ${filler.repeat(35)}`);
const body = paragraphs.join("\n\n");

test.beforeAll(async ({ baseURL }) => {
  const baseUrl = baseURL ?? "";
  const { projectId } = await makeReadingProject(baseUrl, title, "annotator-b", [
    [title, "20260801", "https://example.org/", body],
  ]);
  const annotator = await connect(baseUrl, demoEmail("annotator-b"), demoPassword());
  const [assignment] = await findOpenAssignments(annotator, projectId);
  const marks = [0, 20, 40].map((item) => {
    const quote = `Item ${item} opened`;
    return { start: body.indexOf(quote), quote, tagId: "LOADED" };
  });
  await addSpans(annotator, assignment?.id ?? "", marks);
});

const mark = (page: Page, item: number) => page.locator("mark", { hasText: `Item ${item} opened` });

const scrollTo = (page: Page, item: number) =>
  page.locator("[data-segment=body]").getByText(`Item ${item} opened`).scrollIntoViewIfNeeded();

test("spans far down a long article are drawn when they come near", async ({ page }) => {
  await signIn(page, "annotator-b");
  await new AnnotatePage(page).openFromQueue(new RegExp(title));
  await expect(mark(page, 0)).toHaveCount(1);
  await expect(mark(page, 20)).toHaveCount(0);

  // Some way before it, so that it isn't near yet, and then to it.
  await scrollTo(page, 14);
  await expect(mark(page, 20)).toHaveCount(0);
  await scrollTo(page, 20);
  await expect(mark(page, 20)).toHaveCount(1);
  await expect(mark(page, 40)).toHaveCount(0);
  await scrollTo(page, 40);
  await expect(mark(page, 40)).toHaveCount(1);
});

test("the picker stays beside its passage when the window changes", async ({ page }) => {
  await signIn(page, "annotator-b");
  const annotate = new AnnotatePage(page);
  await annotate.openFromQueue(new RegExp(title));
  await annotate.select("Minutes", { segment: "title" });
  const gapPx = async () => {
    const box = await annotate.picker().boundingBox();
    const draft = await page.locator("mark[data-span-ids~=draft]").first().boundingBox();
    if (!box || !draft) throw new Error("the picker or its passage is gone");
    return box.y > draft.y ? box.y - draft.y - draft.height : draft.y - box.y - box.height;
  };
  const near = await gapPx();
  expect(near).toBeGreaterThanOrEqual(0);
  await page.setViewportSize({ width: 390, height: 900 });
  await expect.poll(gapPx).toBeCloseTo(near, 0);
  await page.mouse.wheel(0, 60);
  await expect.poll(gapPx).toBeCloseTo(near, 0);
});

test("a span far away is drawn and shown when it is chosen in the list", async ({ page }) => {
  await signIn(page, "annotator-b");
  const annotate = new AnnotatePage(page);
  await annotate.openFromQueue(new RegExp(title));
  await expect(mark(page, 40)).toHaveCount(0);
  await annotate.spans().filter({ hasText: "Item 40 opened" }).getByRole("button").first().click();
  await expect(mark(page, 40)).toBeInViewport();
});

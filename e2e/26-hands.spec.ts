import { expect, test } from "@playwright/test";

import { openNew } from "./fixtures/open-new";

test("the caret goes on where it was before a field had the focus", async ({ page, baseURL }) => {
  const { annotate } = await openNew(page, baseURL, "Caret");
  const text = page.getByRole("application");
  const selected = () => page.evaluate(() => window.getSelection()?.toString().trim());
  await annotate.tag("reckless", "Loaded");
  await expect(text).toBeFocused();
  await page.keyboard.press("Control+Shift+ArrowRight");
  expect(await selected()).toBe("plan");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("/");
  await page.keyboard.type("mad");
  await page.keyboard.press("Escape");
  await expect(text).toBeFocused();
  await page.keyboard.press("Control+Shift+ArrowRight");
  expect(await selected()).toBe("had");
});

test("a title without a space doesn't widen the queue of a telephone", async ({
  page,
  baseURL,
}) => {
  const { title } = await openNew(page, baseURL, "Unbroken".repeat(12));
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto("/annotate");
  await expect(page.getByRole("link", { name: title }).first()).toBeVisible();
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
});

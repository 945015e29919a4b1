import { expect, test } from "@playwright/test";

import { signIn } from "./fixtures/accounts";
import { AnnotatePage } from "./fixtures/annotate-page";

test.describe.configure({ mode: "serial" });

test("an article is marked, mended and described by keyboard alone", async ({ page }) => {
  await signIn(page, "annotator-c");
  const annotate = new AnnotatePage(page);
  await annotate.openFromQueue(/Größe/);
  const before = await annotate.spans().count();
  const { keyboard } = page;

  // To the text with Tab, as somebody without a mouse gets there.
  await expect(async () => {
    await keyboard.press("Tab");
    await expect(page.getByRole("application")).toBeFocused({ timeout: 100 });
  }).toPass();
  await keyboard.press("Control+ArrowRight");
  await keyboard.press("Shift+Control+ArrowRight");
  await keyboard.press("Enter");
  await expect(annotate.picker()).toBeVisible();
  await keyboard.press("7");
  await expect(annotate.picker()).toBeHidden();
  await expect(annotate.spans()).toHaveCount(before + 1);

  await expect(page.getByLabel("Last change")).toContainText("Tagged");
  const said = await page.getByLabel("Last change").textContent();
  await keyboard.press("}");
  await expect(page.getByLabel("Last change")).toHaveText("Edge moved");
  await keyboard.press("Control+z");
  await keyboard.press("t");
  await expect(annotate.picker()).toBeVisible();
  await keyboard.press("6");
  await expect(page.getByLabel("Last change")).toHaveText("Changed to Vague");
  expect(said).not.toContain("Vague");

  await keyboard.press("s");
  await expect(page.getByLabel("Snap to")).toHaveValue("sentence");
  await keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
  await keyboard.press("Escape");
  await keyboard.press("Control+k");
  await expect(page.getByRole("dialog", { name: "Commands" })).toBeVisible();
  await keyboard.type("remove");
  await keyboard.press("Enter");
  await expect(annotate.spans()).toHaveCount(before);
  await annotate.expectSaved();
});

test("a phrase is found, tagged, and tagged everywhere", async ({ page }) => {
  await signIn(page, "annotator-c");
  const annotate = new AnnotatePage(page);
  await annotate.openFromQueue(/Größe/);
  const before = await annotate.spans().count();
  await page.getByRole("button", { name: "Find" }).click();
  await page.getByLabel("Find in the article").fill("owners");
  await page.getByRole("button", { name: "Next" }).click();
  await expect(page.getByText("1 of 2")).toBeVisible();
  await page.getByRole("button", { name: "Tag selection" }).click();
  await annotate.choose("Label");
  await expect(annotate.spans()).toHaveCount(before + 1);
  await page.keyboard.press("o");
  const dialog = page.getByRole("dialog", { name: /elsewhere/ });
  await dialog.getByRole("checkbox").check();
  await dialog.getByRole("button", { name: "Tag the ticked ones" }).click();
  await expect(annotate.spans()).toHaveCount(before + 2);
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(annotate.spans()).toHaveCount(before);
});

test("an edge is dragged by its handle", async ({ page }) => {
  await signIn(page, "annotator-c");
  const annotate = new AnnotatePage(page);
  await annotate.openFromQueue(/Größe/);
  await annotate.tag("no‑break", "Loaded");
  const handle = page.locator("[data-edge=end]");
  const from = await handle.boundingBox();
  if (!from) throw new Error("no handle");
  const y = from.y + from.height / 2;
  await page.mouse.move(from.x + from.width / 2, y);
  await page.mouse.down();
  await page.mouse.move(from.x + from.width / 2 + 40, y, { steps: 4 });
  await page.mouse.up();
  await expect(page.getByLabel("Last change")).toHaveText("Now “no‑break hyphen”");
  await page.getByRole("button", { name: "Remove span" }).click();
  await annotate.expectSaved();
});

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

  // Before anything has the focus.
  await keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
  await keyboard.press("Escape");
  await expect(page.getByRole("dialog", { name: "Keys" })).toBeHidden();

  // To the text with Tab, as somebody without a mouse gets there.
  await expect(async () => {
    await keyboard.press("Tab");
    await expect(page.getByRole("application")).toBeFocused({ timeout: 100 });
  }).toPass();
  await keyboard.press("Control+ArrowRight");
  await expect(page.getByLabel("Last change")).toHaveText(/We’re/);
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

test("five hundred edits made without a connection are drained in order", async ({
  page,
  context,
}) => {
  await signIn(page, "annotator-c");
  const annotate = new AnnotatePage(page);
  await annotate.openFromQueue(/Größe/);
  await annotate.tag("the minister’s rivals", "Label");
  await annotate.expectSaved();
  const read = async () => {
    const id = page.url().split("/").at(-1);
    const response = await page.request.get(`/api/v1/assignments/${id}`);
    type Layer = { spans: { quote: string; revision: number }[] };
    const { spans } = (await response.json()) as Layer;
    return spans.find(({ quote }) => quote.startsWith("the minister"));
  };
  const before = (await read())?.revision ?? 0;
  await context.setOffline(true);
  await page.getByRole("application").focus();
  for (let n = 0; n < 250; n++) {
    await page.keyboard.press("}");
    await page.keyboard.press("{");
  }
  await expect(annotate.saveState()).toContainText("500 changes on this device");
  await context.setOffline(false);
  await annotate.expectSaved();
  expect(await read()).toEqual(
    expect.objectContaining({ quote: "the minister’s rivals", revision: before + 500 }),
  );
  await page.keyboard.press("Delete");
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

test("a source is linked to who relayed it, drawn, listed and taken back", async ({ page }) => {
  await signIn(page, "annotator-c");
  const annotate = new AnnotatePage(page);
  await annotate.openFromQueue(/Größe/);
  await annotate.tag("the paper claims", "Media relay");
  await annotate.tag("its account", "Named");
  await annotate.tag("rivals", "Vague");
  await page.getByText("Links", { exact: true }).click();
  await page.getByRole("combobox", { name: "Relayed by", exact: true }).fill("paper claims");
  await page.getByRole("option", { name: "Media relay: the paper claims" }).click();
  await annotate.expectSaved();
  await expect(page.locator("svg path[stroke-dasharray]")).toHaveCount(1);
  await annotate.spans().filter({ hasText: "the paper claims" }).getByRole("button").click();
  const incoming = page.getByRole("list", { name: "Links to this span" });
  await expect(incoming.getByRole("button")).toHaveText("Relayed by from “rivals”");
  await page.reload();
  await annotate.spans().filter({ hasText: "rivals" }).getByRole("button").click();
  const relayedBy = page.getByRole("combobox", { name: "Relayed by", exact: true });
  await expect(relayedBy).toHaveValue("Media relay: the paper claims");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(relayedBy).toHaveValue("");
  await page.getByRole("button", { name: "Redo" }).click();
  await expect(relayedBy).toHaveValue("Media relay: the paper claims");
  await page.getByRole("combobox", { name: "Relayed by (2)" }).fill("its account");
  await page.getByRole("option", { name: "Named: its account" }).click();
  await expect(page.locator("svg path[stroke-dasharray]")).toHaveCount(2);
  await annotate.expectSaved();
});

test.describe("by touch", () => {
  test.use({ hasTouch: true, viewport: { width: 820, height: 1180 } });

  test("a selection is tagged with the finger, and a tap cycles through a stack", async ({
    page,
  }) => {
    await signIn(page, "annotator-c");
    const annotate = new AnnotatePage(page);
    await annotate.openFromQueue(/Größe/);
    const before = await annotate.spans().count();
    for (const [phrase, tag] of [
      ["told the same thing", "Doubt"],
      ["same thing", "Emphasis"],
    ] as const) {
      await page.evaluate(
        (text) => {
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const at = node.textContent?.indexOf(text) ?? -1;
            if (at < 0 || !node.parentElement?.closest("[data-segment]")) continue;
            getSelection()?.setBaseAndExtent(node, at, node, at + text.length);
            return;
          }
        },
        phrase.split(" ").at(-1) ?? phrase,
      );
      await page.getByRole("button", { name: "Tag selection" }).tap();
      await annotate.choose(tag);
    }
    await expect(annotate.spans()).toHaveCount(before + 2);
    const mark = page.locator("[data-segment=body] mark").filter({ hasText: /^thing$/ });
    await mark.tap();
    const editor = page.getByRole("region", { name: "Selected span" });
    await expect(editor).toBeVisible();
    const first = await editor.getByRole("heading").first().textContent();
    await mark.tap();
    await expect(editor.getByRole("heading").first()).not.toHaveText(first ?? "");
    await page.getByRole("button", { name: "Undo" }).tap();
    await page.getByRole("button", { name: "Undo" }).tap();
    await annotate.expectSaved();
  });
});

import { expect, test } from "@playwright/test";

import { signIn } from "./fixtures/accounts";
import { lookAt } from "./fixtures/look-at";
import { body, openNew } from "./fixtures/open-new";

/** A file of brat standoff with one span on the article, whose name ends with whose it is. */
function bratFile(person: string, title: string, tag: string, quote: string) {
  const start = `${title}\n\n${body}`.indexOf(quote);
  const line = `T1\t${tag} ${start} ${start + quote.length}\t${quote}\n`;
  return { name: `reading-0_${person}.ann`, mimeType: "text/plain", buffer: Buffer.from(line) };
}

test("one of several people's annotations are taken, and their tags become ours", async ({
  page,
  baseURL,
}) => {
  const { annotate, project, title } = await openNew(page, baseURL, "Brought in");
  const annotating = page.url();
  await signIn(page, "admin");
  await page.goto(`/projects/${project.projectId}/articles`);
  await page.getByText("Import finished annotations").click();
  await page
    .getByLabel("Annotation files")
    .setInputFiles([
      bratFile("anna", title, "Loaded_Language", "reckless"),
      bratFile("ben", title, "Loaded_Language", "slammed"),
    ]);
  await page.getByLabel("Annotator", { exact: true }).selectOption({ index: 1 });
  const check = page.getByRole("button", { name: "Check annotations" });
  await check.click();
  await expect(page.getByText("This holds the work of anna, ben.")).toBeVisible();
  await page.getByLabel("Whose work").selectOption("ben");
  await check.click();
  await expect(page.getByText("The codebook has no tag “Loaded_Language”")).toBeVisible();
  await page.getByLabel("Loaded_Language becomes").selectOption("LOADED");
  await expect(page.getByText("1 layer read, nothing stored")).toBeVisible();
  await lookAt(page, "annotations-in");

  const bringIn = page.getByRole("button", { name: "Import annotations" });
  const layer = page.getByRole("table", { name: "Layers" }).getByRole("row", { name: title });
  await bringIn.click();
  await expect(page.getByText(/^1 layer imported/)).toBeVisible();
  await expect(layer).toContainText("reading-0_ben.ann");
  await bringIn.click();
  await expect(layer.getByRole("cell").last()).toHaveText("1");

  await signIn(page, "annotator-c");
  await page.goto(annotating);
  await expect(annotate.spans()).toHaveText([/Loaded.*slammed/]);
});

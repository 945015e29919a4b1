import { expect, type Page, test } from "@playwright/test";

import { demoEmail, demoPassword, signIn } from "./fixtures/accounts";

/** Opens a page whose scripts wait for the returned function. */
async function openWithoutScripts(page: Page, path: string): Promise<() => void> {
  let bringScripts = (): void => undefined;
  const isWanted = new Promise<void>((resolve) => (bringScripts = resolve));
  await page.route("**/_next/static/**/*.js", async (route) => {
    await isWanted;
    await route.continue();
  });
  await page.goto(path, { waitUntil: "commit" });
  return bringScripts;
}

test("a button that is pressed before the scripts are there does its work once they are", async ({
  page,
}) => {
  await signIn(page, "researcher");
  const bringScripts = await openWithoutScripts(page, "/");
  const signOut = page.getByRole("button", { name: "Sign out" });
  await signOut.click();
  await signOut.click();
  await expect(signOut).toBeVisible();
  bringScripts();
  await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
});

test("a form that is sent too early waits, and its fields stay out of the address", async ({
  page,
}) => {
  const bringScripts = await openWithoutScripts(page, "/sign-in");
  await page.getByLabel("E-mail").fill(demoEmail("researcher"));
  await page.getByLabel("Password").fill(demoPassword());
  await page.getByRole("button", { name: "Sign in" }).click();
  expect(new URL(page.url()).search).toBe("");
  bringScripts();
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
});

test("a choice from a list that is made too early holds", async ({ page }) => {
  const bringScripts = await openWithoutScripts(page, "/sign-in");
  await page.getByLabel("Language").selectOption("pl");
  bringScripts();
  await expect(page.locator("html")).toHaveAttribute("lang", "pl");
});

test("a choice holds where the page itself keeps it, and so does a tick", async ({ page }) => {
  await signIn(page, "admin");
  await page.goto("/");
  const project = await page.getByRole("link", { name: /Demo/ }).getAttribute("href");
  const bringForAgreement = await openWithoutScripts(page, `${project}/agreement`);
  await page.getByLabel("Measure").selectOption("Alpha");
  bringForAgreement();
  await expect(
    page.getByRole("table", { name: "Alpha of SOURCING by pair of annotators" }),
  ).toBeVisible();

  const bringForReview = await openWithoutScripts(page, `${project}/review`);
  await page.getByText("More filters").click();
  await page.getByRole("checkbox", { name: "A01" }).check();
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  bringForReview();
  await expect(page).toHaveURL(/annotators=A01/);
  await expect(page.getByRole("checkbox", { name: "A01" })).toBeChecked();
});

import { expect, type Page, test } from "@playwright/test";

import { demoEmail, demoPassword, type DemoRole } from "./fixtures/accounts";
import { connect, ok } from "./fixtures/http";
import { expectAccessible } from "./fixtures/accessible";

const polish = [
  [1, "1 artykuł "],
  [2, "2 artykuły "],
  [5, "5 artykułów "],
  [22, "22 artykuły "],
] as const;

async function speakPolish(page: Page) {
  await page.goto("/sign-in");
  await page.getByLabel("Language").selectOption("pl");
  await expect(page.locator("html")).toHaveAttribute("lang", "pl");
}

async function signInInPolish(page: Page, role: DemoRole, password = demoPassword()) {
  await page.getByLabel("E-mail").fill(demoEmail(role));
  await page.getByLabel("Hasło").fill(password);
  await page.getByRole("button", { name: "Zaloguj się" }).click();
}

async function expectAccessibleNow(page: Page) {
  // While a page is drawn anew in another language it has no title for a moment.
  await expect(page).toHaveTitle(/Slantwise/);
  await expectAccessible(page);
}

test("the chosen language holds before and after signing in, and over a reload", async ({
  page,
}) => {
  await page.goto("/sign-in");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await speakPolish(page);
  await expect(page.getByRole("heading", { name: "Zaloguj się" })).toBeVisible();
  await expectAccessibleNow(page);
  await page.reload();
  await expect(page).toHaveTitle("Logowanie · Slantwise");
  await expect(page.locator("html")).toHaveAttribute("lang", "pl");

  await signInInPolish(page, "annotator-a", "not the password at all");
  await expect(page.getByText("E-mail lub hasło jest nieprawidłowe.")).toBeVisible();
  await signInInPolish(page, "annotator-a");
  await expect(page.getByRole("heading", { name: "Twoja kolejka" })).toBeVisible();
  await expect(page).toHaveTitle("Kolejka · Slantwise");
  await expectAccessibleNow(page);

  await page.getByLabel("Język").selectOption("en");
  await expect(page.getByRole("heading", { name: "Your queue" })).toBeVisible();
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
});

test("counts take the plural form that Polish wants", async ({ page, baseURL }) => {
  const admin = await connect(baseURL ?? "", demoEmail("admin"), demoPassword());
  for (const [count] of polish) {
    const data = { name: `Liczba ${count}` };
    const { id } = await ok<{ id: string }>(admin.post("/api/v1/projects", { data }));
    const rows = Array.from({ length: count }, (_, n) => `Tytuł ${n},Treść numer ${n}.`);
    const buffer = Buffer.from(["title,text", ...rows].join("\n"));
    const file = { name: "artykuly.csv", mimeType: "text/csv", buffer };
    await ok(admin.post(`/api/v1/projects/${id}/articles/import`, { multipart: { file } }));
  }
  await speakPolish(page);
  await signInInPolish(page, "admin");
  await expect(page.getByRole("heading", { name: "Projekty" })).toBeVisible();
  for (const [count, words] of polish) {
    const heading = page.getByRole("heading", { name: `Liczba ${count}`, exact: true });
    const project = page.getByRole("listitem").filter({ has: heading }).first();
    await expect(project).toContainText(words);
    await expect(project).toContainText("oddano 0 z 0 przydziałów");
  }
  await expectAccessibleNow(page);
});

test("the admin's screens are in Polish, and so is what goes wrong", async ({ page }) => {
  await speakPolish(page);
  await signInInPolish(page, "admin");
  await page.getByRole("link", { name: /Demo/ }).click();
  const project = page.getByRole("navigation", { name: "Projekt" });
  const headings = {
    Przydziały: "Przydziały",
    Członkowie: "Członkowie",
    Dziennik: "Dziennik zdarzeń",
    Przegląd: "Przegląd",
  };
  for (const [tab, heading] of Object.entries(headings)) {
    await project.getByRole("link", { name: tab, exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
    await expectAccessibleNow(page);
  }
  await project.getByRole("link", { name: "Członkowie", exact: true }).click();
  await page.getByLabel("E-mail").fill(demoEmail("admin"));
  await page.getByLabel("Rola").selectOption("anotator");
  await page.getByRole("button", { name: "Dodaj", exact: true }).click();
  const alert = page.getByRole("alert").filter({ hasText: "roli" });
  await expect(alert).toHaveText(
    "Nie możesz zmienić własnej roli: poproś o to innego administratora.",
  );
  await expect(page.locator("main").locator("[lang=en]")).toHaveCount(0);

  await page.goto("/account/tokens");
  await page.getByLabel("Nazwa").fill(" ");
  await page.getByRole("button", { name: "Utwórz token" }).click();
  await expect(page.getByLabel("Nazwa")).toHaveAccessibleDescription(
    "Napisz, do czego służy ten token.",
  );
  const refusal = page.getByRole("alert").filter({ hasText: "dane" });
  await expect(refusal).toContainText("Niektóre dane są niepoprawne.");
  await expect(refusal).toContainText("scopes Wybierz, co wolno robić z tym tokenem.");
  await expect(page.locator("main").locator("[lang=en]")).toHaveCount(0);
  await expectAccessibleNow(page);
});

test.describe("a browser that asks for Polish", () => {
  test.use({ locale: "pl-PL" });

  test("is answered in Polish without choosing", async ({ page }) => {
    await page.goto("/sign-in");
    await expect(page.locator("html")).toHaveAttribute("lang", "pl");
    await page.goto("/nowhere");
    await expect(page.getByRole("heading", { name: "Tu niczego nie ma" })).toBeVisible();
  });
});

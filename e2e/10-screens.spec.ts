import { expect, type Page, test } from "@playwright/test";

import { type DemoRole, signIn } from "./fixtures/accounts";
import { AnnotatePage } from "./fixtures/annotate-page";
import { ok } from "./fixtures/http";
import { lookAt } from "./fixtures/look-at";

type Screen = { as?: DemoRole; open: (page: Page) => Promise<void> };

const inProject = (tab: string) => async (page: Page) => {
  const { items } = await ok<{ items: { id: string; name: string }[] }>(
    page.request.get("/api/v1/projects"),
  );
  const demo = items.find(({ name }) => name.startsWith("Demo"));
  await page.goto(`/projects/${demo?.id}/${tab === "Overview" ? "" : tab.toLowerCase()}`);
  await expect(page.getByRole("navigation", { name: "Project" })).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: tab })).toBeVisible();
};

const annotate = async (page: Page) => {
  const screen = new AnnotatePage(page);
  await screen.openFromQueue(/West reluctant/);
  await screen.spans().nth(2).getByRole("button").click();
  await expect(page.getByRole("region", { name: "Selected span" })).toBeVisible();
};

const openUnicode = (page: Page) => new AnnotatePage(page).openFromQueue(/Größe/);

const screens: Record<string, Screen> = {
  "sign-in": { open: async (page) => void (await page.goto("/sign-in")) },
  invite: {
    open: async (page) => {
      await page.goto("/invite#nothing");
      await expect(page.getByRole("heading", { name: "This invite can't be used" })).toBeVisible();
    },
  },
  "not-found": { open: async (page) => void (await page.goto("/nowhere")) },
  projects: { as: "admin", open: async (page) => void (await page.goto("/projects")) },
  overview: { as: "admin", open: inProject("Overview") },
  articles: { as: "admin", open: inProject("Articles") },
  assignments: { as: "admin", open: inProject("Assignments") },
  members: { as: "admin", open: inProject("Members") },
  audit: { as: "admin", open: inProject("Audit") },
  codebook: { as: "admin", open: inProject("Codebook") },
  versions: {
    as: "admin",
    open: async (page) => {
      await inProject("Codebook")(page);
      await page.getByRole("link", { name: "Versions" }).click();
      await expect(page.getByRole("heading", { name: "Codebook versions" })).toBeVisible();
    },
  },
  editor: {
    as: "admin",
    open: async (page) => {
      await inProject("Codebook")(page);
      await page.getByRole("link", { name: "Edit", exact: true }).click();
      await page.locator("summary", { hasText: "VAGUE" }).click();
      await expect(page.getByLabel("Definition of VAGUE")).toBeVisible();
    },
  },
  "api-docs": { open: async (page) => void (await page.goto("/api-docs?q=codebook")) },
  agreement: { as: "reviewer", open: inProject("Agreement") },
  exports: { as: "researcher", open: inProject("Exports") },
  releases: {
    as: "researcher",
    open: async (page) => {
      await inProject("Releases")(page);
      await page.getByRole("button", { name: "Make release" }).click();
      await expect(page.getByText(/Release \d+ is frozen/)).toBeVisible();
      await expect(page.getByRole("list", { name: "Releases" })).toBeVisible();
    },
  },
  tokens: {
    as: "reviewer",
    open: async (page) => {
      await page.goto("/account/tokens");
      await page.getByLabel("Name").fill("Nightly download");
      await page.getByLabel(/^Export/).check();
      await page.getByRole("button", { name: "Make token" }).click();
      await expect(page.getByLabel("New token")).toBeVisible();
      await expect(page.getByRole("row", { name: /Nightly download/ })).toBeVisible();
    },
  },
  inbox: { as: "reviewer", open: inProject("Review") },
  review: {
    as: "reviewer",
    open: async (page) => {
      await inProject("Review")(page);
      await page.getByRole("list", { name: "Disagreements" }).getByRole("link").first().click();
      await expect(page.getByRole("button", { name: "Both defensible" })).toBeVisible();
    },
  },
  rules: {
    as: "reviewer",
    open: async (page) => {
      await inProject("Review")(page);
      await page.getByRole("link", { name: "Rules and gaps" }).click();
      await expect(page.getByRole("heading", { level: 1, name: "Rules and gaps" })).toBeVisible();
    },
  },
  precedents: {
    as: "reviewer",
    open: async (page) => {
      await inProject("Review")(page);
      await page.getByRole("link", { name: "Rules and gaps" }).click();
      await page.getByRole("list", { name: "Rules" }).getByRole("link", { name: /^R5/ }).click();
      await expect(page.getByRole("heading", { level: 1, name: /^R5/ })).toBeVisible();
    },
  },
  gold: {
    as: "reviewer",
    open: async (page) => {
      await inProject("Review")(page);
      await page.getByRole("list", { name: "Disagreements" }).getByRole("link").first().click();
      await page.getByRole("link", { name: "Gold of this article" }).click();
      await expect(page.getByRole("region", { name: /^In force/ })).toBeVisible();
    },
  },
  feedback: { as: "annotator-a", open: async (page) => void (await page.goto("/feedback")) },
  queue: { as: "annotator-a", open: async (page) => void (await page.goto("/annotate")) },
  annotate: { as: "annotator-a", open: annotate },
  describing: {
    as: "annotator-c",
    open: async (page) => {
      await openUnicode(page);
      await new AnnotatePage(page).spans().first().getByRole("button").click();
      await expect(page.getByRole("region", { name: "Selected span" })).toBeVisible();
    },
  },
  guide: {
    as: "annotator-c",
    open: async (page) => {
      await openUnicode(page);
      await page.getByRole("tab", { name: "Codebook" }).click();
      await expect(page.getByRole("heading", { name: "FRAMING" })).toBeVisible();
    },
  },
  find: {
    as: "annotator-c",
    open: async (page) => {
      await openUnicode(page);
      await page.getByRole("button", { name: "Find" }).click();
      await page.getByRole("search").getByRole("textbox").fill("the");
    },
  },
  picker: {
    as: "annotator-c",
    open: async (page) => {
      const screen = new AnnotatePage(page);
      await screen.openFromQueue(/Größe/);
      await screen.select("allegedly");
    },
  },
  keys: {
    as: "annotator-a",
    open: async (page) => {
      await annotate(page);
      await page.getByRole("button", { name: "Keys" }).click();
      await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
    },
  },
  commands: {
    as: "annotator-a",
    open: async (page) => {
      await annotate(page);
      await page.getByRole("button", { name: "Commands" }).click();
      await expect(page.getByRole("dialog", { name: "Commands" })).toBeVisible();
    },
  },
};

for (const [name, { as, open }] of Object.entries(screens)) {
  test(`${name}: nothing for axe to find, no sideways scrolling, at every size`, async ({
    page,
  }) => {
    if (as) await signIn(page, as);
    await open(page);
    await lookAt(page, name);
  });
}

import { expect, test } from "@playwright/test";

import { signIn } from "./fixtures/accounts";
import { ok } from "./fixtures/http";
import { openNew } from "./fixtures/open-new";

const tabs = [
  "",
  "/articles",
  "/assignments",
  "/members",
  "/codebook",
  "/review",
  "/agreement",
  "/exports",
  "/releases",
  "/audit",
];

test("a name without a space widens no screen of a telephone", async ({ page, baseURL }) => {
  const { project, title } = await openNew(page, baseURL, "Unbroken".repeat(12));
  const annotating = page.url();
  await page.setViewportSize({ width: 390, height: 800 });
  const overflows: Record<string, number> = {};
  const measure = async (address: string) => {
    await page.goto(address);
    await expect(page.getByText(title).first()).toBeAttached();
    overflows[address] = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
  };
  await measure("/annotate");
  await measure(annotating);
  await signIn(page, "admin");
  await measure("/projects");
  const { items } = await ok<{ items: { id: string }[] }>(
    page.request.get(`/api/v1/projects/${project.projectId}/articles`),
  );
  await measure(`/projects/${project.projectId}/articles/${items[0]?.id}`);
  for (const tab of tabs) await measure(`/projects/${project.projectId}${tab}`);
  const wide = Object.entries(overflows).filter(([, px]) => px > 0);
  expect(wide).toEqual([]);
});

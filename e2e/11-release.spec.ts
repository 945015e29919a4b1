import { expect, test } from "@playwright/test";

import { demoEmail, demoPassword, signIn, signInAndOpen } from "./fixtures/accounts";
import { parseCsv } from "./fixtures/csv";
import { articleFile, connect, ok } from "./fixtures/http";
import { download, run, sha256, unpack } from "./fixtures/release-package";

type Release = { id: string; number: number; full: { sha256: string } };
const openReleases = "Releases";

test("a release is made, checked, and the same after everything has changed", async ({
  page,
  baseURL,
}) => {
  await signIn(page, "researcher");
  await page.goto("/projects");
  await page.getByRole("link", { name: /Demo/ }).click();
  await page.getByRole("link", { name: openReleases, exact: true }).click();
  await expect(page.getByRole("heading", { name: openReleases })).toBeVisible();
  await page.getByLabel("Note").fill("For the first paper");
  await page.getByRole("button", { name: "Make release" }).click();
  await expect(page.getByText(/Release \d+ is frozen/)).toBeVisible();
  const [, number = ""] = /Release (\d+)/.exec(await page.getByText(/is frozen/).innerText()) ?? [];

  const full = await download(page, `Download release ${number} with texts`);
  const bare = await download(page, `Download release ${number} without texts`);
  for (const bytes of [full, bare]) await expect(page.getByText(sha256(bytes))).toBeVisible();
  const { folder, textOf } = unpack(full);
  expect(textOf("README.md")).toContain("> For the first paper");
  expect(parseCsv(textOf("annotations.csv")).length).toBeGreaterThan(0);
  expect(await run(folder, "python3", "check.py")).toMatch(/[1-9]\d* quotes, 0 errors/);
  expect(await run(folder, process.execPath, "check.mjs")).toMatch(/[1-9]\d* quotes, 0 errors/);
  const textFree = unpack(bare);
  expect(await run(textFree.folder, "python3", "check.py")).toContain("0 quotes, 0 errors");

  const base = `/api/v1${new URL(page.url()).pathname.replace(/\/releases$/, "")}`;
  const admin = await connect(baseURL ?? "", demoEmail("admin"), demoPassword());
  const lines = ["Later news", "20260701", "https://example.org/later", "Nobody said so."];
  const file = articleFile("later.txt", lines);
  await ok(admin.post(`${base}/articles/import`, { multipart: { file } }));
  const next = await ok<Release>(admin.post(`${base}/releases`, { data: {} }));
  expect(next.full.sha256).not.toBe(sha256(full));

  await page.reload();
  const again = await download(page, `Download release ${number} with texts`);
  expect(again.equals(full)).toBe(true);
  const changes = await download(page, `CHANGES.md of release ${next.number}`);
  expect(changes.toString()).toMatch(/\| articles\.csv \| \d+ \| \d+ \| 1 \| 0 \| 0 \|/);
});

test("a token does what its scopes say, without a cookie, until it is revoked", async ({
  page,
  baseURL,
}) => {
  await signInAndOpen(page, "researcher");
  await page.getByRole("link", { name: "Tokens" }).click();
  await page.getByLabel("Name").fill("Nightly download");
  await page.getByLabel(/^Read/).check();
  await page.getByLabel(/^Export/).check();
  await page.getByRole("button", { name: "Make token" }).click();
  const token = await page.getByLabel("New token").inputValue();
  expect(token).toMatch(/^sw_[\w-]{43}$/);

  const ask = (path: string, { method = "GET", bearer = token, cookie = "", body = "" } = {}) =>
    fetch(`${baseURL ?? ""}${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${bearer}`,
        ...(cookie ? { Cookie: cookie } : {}),
        ...(body ? { "Content-Type": "application/json" } : {}),
      },
      ...(body ? { body } : {}),
    });
  const statusOf = async (...call: Parameters<typeof ask>) => (await ask(...call)).status;

  const me = (await (await ask("/api/v1/me")).json()) as {
    email: string;
    memberships: { projectId: string }[];
  };
  expect(me.email).toBe(demoEmail("researcher"));
  const base = `/api/v1/projects/${me.memberships[0]?.projectId ?? ""}`;
  const csv = await ask(`${base}/exports/annotations.csv`);
  expect(parseCsv(await csv.text()).length).toBeGreaterThan(0);
  const { items } = (await (await ask(`${base}/releases`)).json()) as { items: Release[] };
  const zip = await ask(`${base}/releases/${items[0]?.id ?? ""}/package.zip`);
  const hash = sha256(Buffer.from(await zip.arrayBuffer()));
  expect(hash).toBe(items[0]?.full.sha256);
  const digest = Buffer.from(hash, "hex").toString("base64");
  expect(zip.headers.get("repr-digest")).toBe(`sha-256=:${digest}:`);

  const post = { method: "POST", body: "{}" };
  expect(await statusOf(`${base}/releases`, post)).toBe(403);
  expect(await statusOf("/api/v1/tokens")).toBe(403);
  expect(await statusOf("/api/v1/tokens", post)).toBe(403);
  expect(await statusOf(`${base}/members`)).toBe(403);
  const cookies = await page.context().cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  for (const bearer of ["sw_unknown", "", "x"]) {
    expect(await statusOf("/api/v1/me", { bearer, cookie }), bearer).toBe(401);
  }

  await page.reload();
  await expect(page.getByRole("row", { name: /Nightly download/ })).not.toContainText("never");
  await expect(page.getByText(token)).toHaveCount(0);
  await page.getByRole("button", { name: "Revoke Nightly download" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Revoke" }).click();
  await expect(page.getByText("No tokens yet")).toBeVisible();
  expect(await statusOf("/api/v1/me")).toBe(401);
  expect(await statusOf("/api/v1/me", { cookie })).toBe(401);
});

test("a token that may write needs no Origin, and no other scope comes with it", async ({
  page,
  baseURL,
}) => {
  await signInAndOpen(page, "admin");
  const made = await page.evaluate(async () => {
    const body = JSON.stringify({ name: "Writer", scopes: ["write"], expiresInDays: 1 });
    const headers = { "Content-Type": "application/json" };
    const response = await fetch("/api/v1/tokens", { method: "POST", headers, body });
    return (await response.json()) as { id: string; token: string };
  });
  const headers = { Authorization: `Bearer ${made.token}`, "Content-Type": "application/json" };
  const projects = `${baseURL ?? ""}/api/v1/projects`;
  const body = JSON.stringify({ name: "By token" });
  const created = await fetch(projects, { method: "POST", headers, body });
  expect(created.status).toBe(200);
  const { id } = (await created.json()) as { id: string };
  expect((await fetch(`${projects}/${id}`, { headers })).status).toBe(403);
  // However the address is written, taking data away is no plain reading.
  const spelled = `${projects}/${id}/%65xports/gold.csv`;
  expect((await fetch(spelled, { headers })).status).not.toBe(200);
  const release = await fetch(`${projects}/${id}/releases`, {
    method: "POST",
    headers,
    body: "{}",
  });
  expect(release.status).toBe(200);
});

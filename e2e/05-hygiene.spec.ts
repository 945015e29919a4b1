import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

import { expect, test } from "@playwright/test";

import { demoEmail, demoPassword, signIn, signInAndOpen, signInByHttp } from "./fixtures/accounts";

test("every page has a policy with its own nonce, and no script without it", async ({ page }) => {
  const read = async () => {
    const response = await page.goto("/sign-in");
    return {
      policy: response?.headers()["content-security-policy"] ?? "",
      html: (await response?.text()) ?? "",
      headers: response?.headers() ?? {},
    };
  };
  const { policy, html, headers } = await read();
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/script-src[^;]*'unsafe/);
  const scripts = [...html.matchAll(/<script\b([^>]*)>/g)].map(([, attributes]) => attributes);
  expect(scripts.length).toBeGreaterThan(0);
  for (const attributes of scripts) expect(attributes).toContain(`nonce="${nonce}"`);
  expect(html).not.toMatch(/<[a-z][^>]*\son[a-z]+=/i);
  expect((await read()).policy).not.toBe(policy);
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["x-frame-options"]).toBe("DENY");
  expect(headers["referrer-policy"]).toBe("same-origin");
  expect(headers["x-powered-by"]).toBeUndefined();
});

test("a handler in injected markup does not run", async ({ page }) => {
  await page.goto("/sign-in");
  const violated = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        document.addEventListener("securitypolicyviolation", ({ violatedDirective }) =>
          resolve(violatedDirective),
        );
        document.body.insertAdjacentHTML("beforeend", "<img src=x onerror='window.hasRun=1'>");
      }),
  );
  expect(violated).toMatch(/script-src|img-src/);
  expect(await page.evaluate(() => "hasRun" in window)).toBe(false);
});

test("a write needs the app's own origin, JSON, and a body of sensible size", async ({
  page,
  baseURL,
}) => {
  await signIn(page, "admin");
  const cookies = await page.context().cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const post = async (headers: Record<string, string>, body: string) => {
    const response = await fetch(`${baseURL}/api/v1/projects`, {
      method: "POST",
      headers: { Cookie: cookie, "Content-Type": "application/json", ...headers },
      body,
    });
    return {
      status: response.status,
      type: response.headers.get("content-type"),
      problem: (await response.json()) as { code: string; title: string },
    };
  };
  const own = { Origin: baseURL ?? "" };
  const fine = JSON.stringify({ name: "x" });
  for (const headers of [{}, { Origin: "null" }, { Origin: "https://evil.example" }] as Record<
    string,
    string
  >[]) {
    const refused = await post(headers, fine);
    expect(refused.status, JSON.stringify(headers)).toBe(403);
    expect(refused.type).toContain("application/problem+json");
  }
  expect((await post({ ...own, "Content-Type": "text/plain" }, fine)).status).toBe(415);
  expect((await post(own, JSON.stringify({ name: "x".repeat(2_000_000) }))).status).toBe(413);
  expect((await post(own, "{")).status).toBe(422);
  expect((await post(own, JSON.stringify({ name: "" }))).problem.code).toBe("invalid");
  expect((await post(own, JSON.stringify({ name: "x", role: "admin" }))).status).toBe(422);
});

test("the session's cookie is out of scripts' reach, and dies with the session", async ({
  page,
}) => {
  await signInAndOpen(page, "researcher");
  const session = (await page.context().cookies()).find(({ name }) => name.includes("session"));
  expect(session).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
  const replayed = await fetch(new URL("/api/v1/me", page.url()), {
    headers: { Cookie: `${session?.name}=${session?.value}` },
  });
  expect(replayed.status).toBe(401);
});

test("wrong passwords sound alike and are slowed down", async ({ request }) => {
  const csrf = (await (await request.get("/api/auth/csrf")).json()) as { csrfToken: string };
  const attempt = async (email: string) => {
    const response = await request.post("/api/auth/callback/credentials", {
      form: { email, password: "surely not the password", csrfToken: csrf.csrfToken, json: "true" },
    });
    return { status: response.status(), text: await response.text() };
  };
  const known = await attempt("locked-out@lab.example");
  const unknown = await attempt("nobody@lab.example");
  expect(known).toEqual(unknown);
  expect(known.status).toBe(401);
  const answers: string[] = [];
  for (let n = 0; n < 12; n++) answers.push((await attempt("locked-out@lab.example")).text);
  expect(answers.at(-1)).not.toBe(answers[0]);
});

test("there is no image optimiser and no server action", async ({ request }) => {
  const image = await request.get("/_next/image?url=%2Ffavicon.svg&w=64&q=75");
  expect([400, 404]).toContain(image.status());
  const action = await request.post("/sign-in", {
    headers: { "Next-Action": "7f".repeat(21), "Content-Type": "text/plain" },
    data: "[]",
  });
  expect(action.status()).toBeGreaterThanOrEqual(400);
});

test("an idle connection outlasts those of the usual proxies", async ({ request }) => {
  const response = await request.get("/api/health", { headers: { Connection: "keep-alive" } });
  const seconds = /timeout=(\d+)/.exec(response.headers()["keep-alive"] ?? "")?.[1];
  expect(Number(seconds)).toBeGreaterThan(120);
});

test("health tells strangers no more than that it is well", async ({ request }) => {
  const response = await request.get("/api/health");
  expect(response.status()).toBe(200);
  expect(Object.keys((await response.json()) as object)).toEqual(["status"]);
});

test("the source has no way around the rules of the house", () => {
  const sources = ["app", "components", "lib"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => /(?<!\.test)\.tsx?$/.test(name) && !name.includes("generated"))
      .map((name) => path.join(folder, name)),
  );
  expect(sources.length).toBeGreaterThan(100);
  for (const file of sources) {
    const text = readFileSync(file, "utf8");
    expect(text, file).not.toMatch(/dangerouslySetInnerHTML|["']use server["']|next\/image/);
  }
  expect(readFileSync("proxy.ts", "utf8")).not.toMatch(/session|role|redirect|membership/i);
});

test("a script signs in with the standard endpoint", async ({ request }) => {
  await signInByHttp(request, demoEmail("reviewer"), demoPassword());
  expect((await request.get("/api/v1/me")).status()).toBe(200);
});

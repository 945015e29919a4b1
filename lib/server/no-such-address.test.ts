import { readFileSync } from "node:fs";

import { unstable_doesMiddlewareMatch as isProxied } from "next/experimental/testing/server";
import { NextRequest } from "next/server";
import { describe, expect, it } from "vitest";

import { config, proxy } from "../../proxy";
import { noSuchAddress } from "./no-such-address";

const at = (path: string) => `http://127.0.0.1:3000${path}`;
const answer = (path: string) => {
  expect(isProxied({ config, nextConfig: {}, url: at(path) })).toBe(true);
  return proxy(new NextRequest(at(path)));
};

describe("an address that stands for no text", () => {
  it.each(["/api/v1/projects/%", "/api/v1/tokens/%zz", "/api/v1/projects/%ED%A0%80", "/api/%"])(
    "gets a problem from the API: %s",
    async (path) => {
      const response = answer(path);
      expect(response.status).toBe(404);
      expect(response.headers.get("content-type")).toContain("application/problem+json");
      expect(await response.json()).toMatchObject({ code: "not_found", reason: "nothing_here" });
    },
  );

  it.each(["/projects/%", "/%ED%A0%80", "/projects/%C5"])("is no page: %s", async (path) => {
    const response = answer(path);
    expect(response.status).toBe(404);
    expect(response.headers.get("content-type")).toContain("text/plain");
    expect(response.headers.get("content-security-policy")).toBe("default-src 'none'");
    expect(await response.text()).toBe("There is nothing at this address.\n");
  });

  it.each(["/projects/%C5%BC", "/projects?q=%", "/api/v1/projects/%C5%BC"])(
    "is none that does: %s",
    (path) => {
      expect(answer(path).headers.get("x-middleware-next")).toBe("1");
    },
  );

  it("is all that is asked of the API's addresses before they are answered", () => {
    for (const path of ["/api/v1/projects", "/api/v1/projects?q=%", "/api/v1/a%20b"]) {
      expect(isProxied({ config, nextConfig: {}, url: at(path) })).toBe(false);
    }
  });

  it("leaves the API its own policy", () => {
    const { headers } = answer("/api/v1/projects/%C5%BC");
    expect(headers.get("content-security-policy")).toBeNull();
    expect(answer("/projects").headers.get("content-security-policy")).toContain("nonce-");
  });
});

describe("an address that the API doesn't have", () => {
  it("gets a problem, whoever asks", async () => {
    const response = noSuchAddress();
    expect(response.status).toBe(404);
    expect(response.headers.get("content-type")).toContain("application/problem+json");
    expect(await response.json()).toEqual({
      ...{ type: "about:blank", status: 404, title: "Not found", code: "not_found" },
      ...{ detail: "There is nothing at this address.", reason: "nothing_here", facts: {} },
    });
  });

  it("gets it by every method", () => {
    const text = readFileSync("app/api/[[...rest]]/route.ts", "utf8");
    const methods = [...text.matchAll(/noSuchAddress as (\w+)/g)].map(([, method]) => method);
    expect(methods).toEqual(["DELETE", "GET", "OPTIONS", "PATCH", "POST", "PUT"]);
  });
});

import { describe, expect, it } from "vitest";

import { unlessKnown, weakTagOf } from "./conditional";

const body = JSON.stringify({ items: [] });
const etag = weakTagOf(body);
const answer = () =>
  new Response(body, { headers: { ETag: etag, "Cache-Control": "private, no-store" } });
const ask = (known: string | null, method = "GET") =>
  new Request("http://127.0.0.1/", { method, headers: known ? { "If-None-Match": known } : {} });

describe("a conditional read", () => {
  it.each([
    ["its own tag", etag],
    ["its tag as a strong one", etag.slice(2)],
    ["a list that has it", `"other", ${etag}`],
    ["any tag", "*"],
  ])("with %s is answered by 304 without a body", async (_, known) => {
    const response = unlessKnown(ask(known), answer());
    expect(response.status).toBe(304);
    expect(await response.text()).toBe("");
    expect(response.headers.get("etag")).toBe(etag);
    expect(response.headers.get("cache-control")).toBe("private, no-store");
  });

  it.each([
    ["another tag", weakTagOf("other")],
    ["none", null],
    ["rubbish", etag.replaceAll('"', "")],
  ])("with %s is answered in full", async (_, known) => {
    const response = unlessKnown(ask(known), answer());
    expect(response.status).toBe(200);
    expect(await response.text()).toBe(body);
  });

  it("is no write, no error, and nothing without a tag", () => {
    expect(unlessKnown(ask(etag, "POST"), answer()).status).toBe(200);
    expect(unlessKnown(ask("*"), new Response(null, { status: 404 })).status).toBe(404);
    expect(unlessKnown(ask("*"), new Response("stream")).status).toBe(200);
  });
});

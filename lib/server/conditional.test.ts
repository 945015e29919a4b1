import { describe, expect, it } from "vitest";

import { editTagOf, requireUnedited, unlessKnown, weakTagOf } from "./conditional";

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

describe("a guarded edit", () => {
  const editTag = editTagOf({ name: "A", snapping: "words" });
  const edit = (ifMatch: string | null) => requireUnedited(ifMatch, editTag, { name: "A" });

  it.each([
    ["no header", null],
    ["anything", "*"],
    ["the tag of the answer that was edited", weakTagOf("{}", editTag)],
    ["the tag of another answer that says the same of it", weakTagOf('{"n":1}', editTag)],
    ["the edit tag alone", `"${editTag}"`],
    ["a list that has it", `"other", "${editTag}"`],
  ])("goes through with %s", (_, ifMatch) => {
    expect(() => edit(ifMatch)).not.toThrow();
  });

  it.each([
    ["another state's tag", weakTagOf("{}", editTagOf({ name: "B", snapping: "words" }))],
    ["a tag of something else", weakTagOf("{}")],
    ["an empty header", ""],
    ["rubbish", editTag],
  ])("is refused with %s, and says what stands", (_, ifMatch) => {
    const details = { current: { name: "A" }, reason: "edited_meanwhile" };
    const refusal = { code: "precondition_failed", details };
    expect(() => edit(ifMatch)).toThrow(expect.objectContaining(refusal));
  });

  it("has one tag for one state, whatever order it is written in", () => {
    expect(editTagOf({ snapping: "words", name: "A" })).toBe(editTag);
  });
});

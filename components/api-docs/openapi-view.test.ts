import { describe, expect, it } from "vitest";

import { openApiDocument } from "@/lib/contracts/openapi";
import { inner, typeOf, viewOf } from "./openapi-view";

const document = openApiDocument();
const all = viewOf(document, "").flatMap(({ operations }) => operations);

describe("the page about the API", () => {
  it("shows every operation once, in its group", () => {
    const paths = document.paths as Record<string, object>;
    const nOperations = Object.values(paths).flatMap((one) => Object.keys(one)).length;
    expect(all).toHaveLength(nOperations);
    expect(new Set(all.map(({ operationId }) => operationId)).size).toBe(nOperations);
  });

  it("finds operations by every word of a search", () => {
    const found = viewOf(document, "codebook touched").flatMap(({ operations }) => operations);
    expect(found.map(({ path }) => path)).toEqual([
      "/api/v1/projects/{projectId}/codebook/touched-spans",
    ]);
    expect(viewOf(document, "no such thing")).toEqual([]);
  });

  it("follows references and names scopes", () => {
    const codebook = all.find(
      ({ method, path }) => method === "get" && path === "/api/v1/projects/{projectId}/codebook",
    );
    expect(codebook?.scopes).toEqual(["read"]);
    expect(codebook?.parameters.map(({ name }) => name)).toEqual(["projectId", "If-None-Match"]);
    expect(codebook?.refusals.map(({ status }) => status)).toContain("304");
    for (const { description } of codebook?.refusals ?? []) expect(description).not.toBe("");
  });

  it("says a schema in a few words", () => {
    expect(typeOf({ type: "string", format: "uuid" })).toBe("string (uuid)");
    expect(typeOf({ type: "array", items: { enum: ["a", "b"] } })).toBe('["a" | "b"]');
    expect(typeOf({ anyOf: [{ type: "string" }, { type: "null" }] })).toBe("string | null");
    expect(inner({ type: "array", items: { properties: { a: {} } } })).toHaveLength(1);
    expect(inner({ type: "string" })).toEqual([]);
  });
});

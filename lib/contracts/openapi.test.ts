import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, it } from "vitest";

import { endpoints } from "./endpoints";
import { openApiDocument } from "./openapi";

describe("the API's description", () => {
  const document = openApiDocument();

  it("is valid OpenAPI 3.1", async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(structuredClone(document));
    expect(errors ?? []).toEqual([]);
    expect(valid).toBe(true);
    expect(validator.version).toBe("3.1");
  });

  it("has every endpoint once", () => {
    const keys = endpoints.map(({ method, path }) => `${method} ${path}`);
    expect(new Set(keys).size).toBe(keys.length);
    const paths = document.paths as Record<string, Record<string, unknown>>;
    for (const { method, path } of endpoints) expect(paths[path]?.[method], path).toBeDefined();
  });
});

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, it } from "vitest";

import { endpoints } from "./endpoints";
import { exportFile } from "./exports";
import { groupOf, openApiDocument } from "./openapi";

type Operation = {
  operationId: string;
  responses: Record<string, unknown>;
  parameters: { name?: string; $ref?: string; schema?: { enum?: unknown } }[];
};
const document = openApiDocument();
const paths = document.paths as Record<string, Record<string, Operation>>;

describe("the API's description", () => {
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
    for (const { method, path } of endpoints) expect(paths[path]?.[method], path).toBeDefined();
  });

  it("has what the app serves, and nothing that it doesn't", () => {
    const folder = path.resolve("app/api/v1");
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
      (file) => path.basename(file) === "route.ts",
    );
    const served = files.flatMap((file) => {
      const address = path.dirname(file).split(path.sep).join("/");
      const template = address.replaceAll(/\[(?:\.\.\.)?(\w+)\]/g, "{$1}");
      const text = readFileSync(path.join(folder, file), "utf8");
      return [...text.matchAll(/export const (GET|POST|PATCH|PUT|DELETE) /g)].map(
        ([, method = ""]) => `${method.toLowerCase()} /api/v1/${template}`,
      );
    });
    const described = endpoints.map(({ method, path }) => `${method} ${path}`);
    const itself = "get /api/v1/openapi.json";
    expect(served.filter((one) => one !== itself).sort()).toEqual(described.sort());
  });

  it("gives each operation an id of its own, a group, and its errors", () => {
    const operations = Object.values(paths).flatMap((one) => Object.values(one));
    const ids = operations.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { responses } of operations) expect(responses).toHaveProperty("default");
    expect(groupOf("/api/v1/projects/{projectId}/codebook/versions/{number}")).toBe("Codebook");
    expect(groupOf("/api/v1/projects/{projectId}")).toBe("Projects");
    expect(groupOf("/api/v1/codebook-presets/{presetId}")).toBe("Codebook presets");
  });

  it("says which reads can be conditional", () => {
    const of = (path: string) => paths[`/api/v1/projects/{projectId}${path}`]?.get;
    for (const path of ["", "/codebook", "/releases/{releaseId}/package.zip"]) {
      expect(of(path)?.responses, path).toHaveProperty("304");
      expect(of(path)?.parameters, path).toContainEqual({
        $ref: "#/components/parameters/IfNoneMatch",
      });
    }
    expect(of("/exports/{file}")?.responses).not.toHaveProperty("304");
  });

  it("names every exported file and what it comes as", () => {
    const read = paths["/api/v1/projects/{projectId}/exports/{file}"]?.get;
    const schema = read?.parameters.find(({ name }) => name === "file")?.schema;
    const names = (schema?.enum ?? []) as string[];
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(expect.arrayContaining(["gold.parquet", "brat.zip", "datapackage.json"]));
    for (const name of names) expect(exportFile.safeParse(name).success, name).toBe(true);
    const done = read?.responses["200"] as { content: object };
    expect(Object.keys(done.content).sort()).toEqual([
      ...["application/json", "application/ld+json", "application/vnd.apache.parquet"],
      ...["application/x-ndjson", "application/zip", "text/csv"],
    ]);
  });

  it("points only to what is there", () => {
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)];
    expect(refs.length).toBeGreaterThan(100);
    for (const [, ref = ""] of refs) {
      const found = ref
        .split("/")
        .reduce<unknown>((at, key) => (at as Record<string, unknown>)?.[key], document);
      expect(found, ref).toBeDefined();
    }
  });
});

import { z } from "zod";

import { scopeNeeded } from "../domain/access/token-scope";
import type { Endpoint } from "./endpoint";
import { endpoints } from "./endpoints";

type JsonObject = Record<string, unknown>;

function schemaOf(schema: z.ZodType, io: "input" | "output"): JsonObject {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  return rest;
}

const problem: JsonObject = {
  description: "What went wrong and what to do (RFC 9457)",
  content: {
    "application/problem+json": {
      schema: {
        type: "object",
        required: ["type", "title", "status", "detail", "code"],
        properties: {
          type: { type: "string" },
          title: { type: "string" },
          status: { type: "integer" },
          detail: { type: "string" },
          code: { type: "string" },
          errors: {
            type: "array",
            items: {
              type: "object",
              properties: { path: { type: "string" }, message: { type: "string" } },
            },
          },
        },
      },
    },
  },
};

function parametersOf({ path, query }: Endpoint): JsonObject[] {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: {
      type: "string",
      ...(name === "file" || name === "ruleId" ? {} : { format: "uuid" }),
    },
  }));
  const { properties = {}, required = [] } = (query ? schemaOf(query, "input") : {}) as {
    properties?: Record<string, JsonObject>;
    required?: string[];
  };
  const inQuery = Object.entries(properties).map(([name, schema]) => ({
    name,
    in: "query",
    required: required.includes(name),
    schema,
  }));
  return [...inPath, ...inQuery];
}

function operationOf(endpoint: Endpoint): JsonObject {
  const { summary, body, result } = endpoint;
  return {
    summary,
    parameters: parametersOf(endpoint),
    ...(body ? { requestBody: { required: true, content: contentOf(body) } } : {}),
    responses: {
      "200": {
        description: "Done",
        content: resultOf(result),
      },
      default: problem,
    },
    security: securityOf(endpoint),
  };
}

function resultOf(result: Endpoint["result"]): JsonObject {
  const text = { schema: { type: "string" } };
  if (result === "csv") return { "text/csv": text };
  if (result === "zip") return { "application/zip": {} };
  if (result === "file") return { "*/*": {} };
  if (result === "events") return { "text/event-stream": text };
  return { "application/json": { schema: schemaOf(result, "output") } };
}

function securityOf({ method, path, isPublic, isSessionOnly }: Endpoint): JsonObject[] {
  if (isPublic) return [];
  if (isSessionOnly) return [{ session: [] }];
  return [{ session: [] }, { token: [scopeNeeded(method.toUpperCase(), path)] }];
}

function contentOf(body: NonNullable<Endpoint["body"]>): JsonObject {
  if (!("form" in body)) return { "application/json": { schema: schemaOf(body, "input") } };
  const file = { type: "array", items: { type: "string", format: "binary" } };
  const fields = schemaOf(body.form, "input") as {
    properties?: JsonObject;
    required?: string[];
  };
  const properties = { file, ...fields.properties };
  const required = ["file", ...(fields.required ?? [])];
  return { "multipart/form-data": { schema: { type: "object", required, properties } } };
}

/** The API as OpenAPI 3.1, made from the same schemas that the endpoints check with. */
export function openApiDocument(): JsonObject {
  const paths: Record<string, JsonObject> = {};
  for (const endpoint of endpoints) {
    (paths[endpoint.path] ??= {})[endpoint.method] = operationOf(endpoint);
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Slantwise",
      version: "1",
      description:
        "Offsets are half-open and count Unicode code points. Writes with a session cookie need a same-origin Origin header.",
    },
    paths,
    components: {
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: "next-auth.session-token" },
        token: {
          type: "http",
          scheme: "bearer",
          bearerFormat: "sw_…",
          description: "An API token, with the scope that an operation names.",
        },
      },
    },
  };
}

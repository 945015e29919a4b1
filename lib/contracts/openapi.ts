import { z } from "zod";

import { scopeNeeded } from "../domain/access/token-scope";
import { mediaTypeOf } from "../domain/formats/media-type";
import type { Endpoint } from "./endpoint";
import { endpoints } from "./endpoints";
import { components, type JsonObject, refusalByStatus } from "./openapi-components";

function schemaOf(schema: z.ZodType, io: "input" | "output"): JsonObject {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  return rest;
}

function parametersOf(endpoint: Endpoint): JsonObject[] {
  const { path, files, query } = endpoint;
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => ({
    name,
    in: "path",
    required: true,
    schema: name === "file" && files ? { type: "string", enum: files } : pathSchemaOf(name),
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
  const conditional = isConditional(endpoint)
    ? [{ $ref: "#/components/parameters/IfNoneMatch" }]
    : [];
  const guarded = isGuarded(endpoint) ? [{ $ref: "#/components/parameters/IfMatch" }] : [];
  return [...inPath, ...inQuery, ...conditional, ...guarded];
}

/** Ids are UUIDs, except those that a codebook or the app itself gives. */
function pathSchemaOf(name: string): JsonObject {
  if (name === "number") return { type: "integer", minimum: 1 };
  const isUuid = name.endsWith("Id") && name !== "ruleId" && name !== "presetId";
  return { type: "string", ...(isUuid ? { format: "uuid" } : {}) };
}

/** Reads whose answer has an ETag: JSON, and the frozen bytes of releases. */
function isConditional({ method, result }: Endpoint): boolean {
  return method === "get" && result !== "stream" && result !== "events";
}

/** Edits that If-Match keeps from undoing somebody else's. */
function isGuarded({ method }: Endpoint): boolean {
  return method === "patch";
}

function operationOf(endpoint: Endpoint): JsonObject {
  const { summary, body } = endpoint;
  return {
    operationId: operationIdOf(endpoint),
    tags: [groupOf(endpoint.path)],
    summary,
    parameters: parametersOf(endpoint),
    ...(body ? { requestBody: { required: true, content: contentOf(body) } } : {}),
    responses: {
      "200": {
        description: "Done",
        ...(isConditional(endpoint) || isGuarded(endpoint) ? { headers: { ETag: etag } } : {}),
        content: resultOf(endpoint),
      },
      ...(isConditional(endpoint) ? { "304": notModified } : {}),
      ...refusalsOf(endpoint),
    },
    security: securityOf(endpoint),
  };
}

const etag = { $ref: "#/components/headers/ETag" };
const notModified = { $ref: "#/components/responses/NotModified" };

function refusalsOf({ method, path, query, body, isPublic }: Endpoint): JsonObject {
  const isWrite = method !== "get";
  const statuses = [
    ...(isPublic ? [] : ["401", "403"]),
    ...(path.includes("{") ? ["404"] : []),
    ...(isWrite ? ["409"] : []),
    ...(method === "patch" ? ["412"] : []),
    ...(body ? ["413", "415"] : []),
    ...(query || body ? ["422"] : []),
    ...["429", "default"],
  ];
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      { $ref: `#/components/responses/${refusalByStatus[status] ?? "Problem"}` },
    ]),
  );
}

const stepsOf = (path: string) => path.split("/").slice(3);
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** What an endpoint is about: the first fixed step after the project, else the first of all. */
export function groupOf(path: string): string {
  const [first = "", ...rest] = stepsOf(path);
  const name = first === "projects" ? (rest.find((step) => !step.startsWith("{")) ?? first) : first;
  return capital(name.replaceAll("-", " "));
}

/** Such as getProjectsByProjectIdCodebook: stable as long as the path is. */
function operationIdOf({ method, path }: Endpoint): string {
  const words = stepsOf(path).flatMap((step) =>
    step.startsWith("{") ? ["By", capital(step.slice(1, -1))] : step.split(/[-.]/).map(capital),
  );
  return [method, ...words].join("");
}

function resultOf({ result, files }: Endpoint): JsonObject {
  const text = { schema: { type: "string" } };
  if (result === "stream" && files) {
    const types = files.map((file) => mediaTypeOf(file).split(";", 1)[0] ?? "");
    return Object.fromEntries(types.map((type) => [type, isLines(type) ? text : {}]));
  }
  if (result === "zip") return { "application/zip": {} };
  if (result === "file" || result === "stream") return { "*/*": {} };
  if (result === "events") return { "text/event-stream": text };
  return { "application/json": { schema: schemaOf(result, "output") } };
}

const isLines = (mediaType: string) => /csv|ndjson/.test(mediaType);

function securityOf({ method, path, isPublic, isSessionOnly }: Endpoint): JsonObject[] {
  if (isPublic) return [];
  if (isSessionOnly) return [{ session: [] }];
  return [{ session: [] }, { token: [scopeNeeded(method.toUpperCase(), path)] }];
}

function contentOf(body: NonNullable<Endpoint["body"]>): JsonObject {
  if (body === "bytes") return { "application/octet-stream": {} };
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
  const groups = [...new Set(endpoints.map(({ path }) => groupOf(path)))];
  return {
    openapi: "3.1.0",
    info: {
      title: "Slantwise",
      version: "1",
      description:
        "Offsets are half-open and count Unicode code points. Lists come in pages: send `nextCursor` as `cursor` until it is null. Reads answer 304 to an If-None-Match that names what stands. An edit (PATCH) that names in If-Match what it was made on gets 412 when that has been edited since; without the header the last one wins. Writes that race name what they were made on (`baseRevision`, `baseNumber`) and get 409 with `current` when it is old. Writes with a session cookie need a same-origin Origin header.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: "/", description: "This installation" }],
    tags: groups.map((name) => ({ name })),
    paths,
    components,
  };
}

/** As much of a JSON Schema as the page shows. */
export type Schema = {
  $ref?: string;
  type?: string | readonly string[];
  format?: string;
  description?: string;
  enum?: readonly unknown[];
  const?: unknown;
  default?: unknown;
  properties?: Readonly<Record<string, Schema>>;
  required?: readonly string[];
  items?: Schema;
  additionalProperties?: Schema | boolean;
  anyOf?: readonly Schema[];
  oneOf?: readonly Schema[];
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  maxItems?: number;
};
export type Parameter = {
  name: string;
  in: string;
  required: boolean;
  description?: string;
  schema: Schema;
};
type Content = Readonly<Record<string, { schema?: Schema }>>;
type Described = { operationId: string; tags: readonly string[]; summary: string };
export type Operation = Described & {
  method: string;
  path: string;
  parameters: readonly Parameter[];
  body: Content | null;
  result: Content;
  refusals: readonly { status: string; description: string }[];
  scopes: readonly string[];
  isPublic: boolean;
};
export type Group = { name: string; id: string; operations: readonly Operation[] };

type Ref = { $ref: string };
type RawOperation = Described & {
  parameters: readonly (Parameter | Ref)[];
  requestBody?: { content: Content };
  responses: Readonly<Record<string, { content?: Content; description?: string } | Ref>>;
  security: readonly Readonly<Record<string, readonly string[]>>[];
};

/**
 * The document's operations in its groups, references followed. With a search, only operations
 * that have every word of it in their path, method, group or summary.
 */
export function viewOf(document: Readonly<Record<string, unknown>>, search: string): Group[] {
  const paths = document.paths as Record<string, Record<string, RawOperation>>;
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, raw]) => operationOf(document, { method, path }, raw)),
  );
  const wanted = operations.filter(({ method, path, summary, tags }) => {
    const text = [method, path, summary, ...tags].join(" ").toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const tags = document.tags as readonly { name: string }[];
  return tags
    .map(({ name }) => ({
      ...{ name, id: name.toLowerCase().replaceAll(" ", "-") },
      operations: wanted.filter((one) => one.tags.includes(name)),
    }))
    .filter((group) => group.operations.length > 0);
}

function operationOf(
  document: Readonly<Record<string, unknown>>,
  at: { method: string; path: string },
  raw: RawOperation,
): Operation {
  const { operationId, tags, summary } = raw;
  const follow = <Value extends object>(value: Value | Ref): Value =>
    "$ref" in value ? (resolve(document, value.$ref) as Value) : value;
  const { "200": done, ...others } = raw.responses;
  return {
    ...{ ...at, operationId, tags, summary },
    parameters: raw.parameters.map((one) => follow(one)),
    body: raw.requestBody?.content ?? null,
    result: (done && follow(done).content) ?? {},
    refusals: Object.entries(others).map(([status, response]) => ({
      status,
      description: follow(response).description ?? "",
    })),
    scopes: raw.security.flatMap(({ token = [] }) => token),
    isPublic: raw.security.length === 0,
  };
}

function resolve(document: Readonly<Record<string, unknown>>, ref: string): unknown {
  return ref
    .slice(2)
    .split("/")
    .reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], document);
}

/** A schema in a few words, such as “string (uuid)”, “list of objects” or its closed list. */
export function typeOf(schema: Schema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((one) => JSON.stringify(one)).join(" | ");
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return [...new Set(choices.map(typeOf))].join(" | ");
  if (schema.items) return `[${typeOf(schema.items)}]`;
  const type = typeof schema.type === "string" ? schema.type : (schema.type?.join(" | ") ?? "any");
  return schema.format ? `${type} (${schema.format})` : type;
}

/** The objects beneath a schema whose properties are worth showing; empty where there are none. */
export function inner(schema: Schema): Schema[] {
  if (schema.items) return inner(schema.items);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return choices.flatMap(inner);
  if (schema.properties) return [schema];
  return typeof schema.additionalProperties === "object" ? inner(schema.additionalProperties) : [];
}

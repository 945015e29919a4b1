import "server-only";
import type { z } from "zod";

import type { Actor } from "../domain/access/actor";
import { AppError } from "../domain/errors";
import { fieldErrorsOf } from "../domain/field-errors";
import { actorOfToken, bearerOf } from "./bearer";
import { unlessKnown, weakTagOf } from "./conditional";
import { jsonResponse } from "./json-response";
import { problemResponse } from "./problem";
import { readBytes, readJson, requireSameOrigin, requireType } from "./read-body";
import { currentActor } from "./session";
import { spoolForm, type SpooledForm } from "./spool-form";

type Context = { params: Promise<Record<string, string | string[] | undefined>> };
type Input<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;

type Spec<Params, Query, Body, Auth> = {
  /**
   * "user" takes a session or an API token, "session" no token. "public" needs neither; the
   * service behind it guards itself.
   */
  auth?: Auth;
  params?: Params;
  query?: Query;
  /**
   * A schema for JSON, "form" for an upload, whose files are gone once it is answered, or "bytes".
   * A route with a body changes state.
   */
  body?: Body;
  maxBodyBytes?: number;
  handle: (input: {
    actor: Auth extends "public" ? null : Actor;
    params: Input<Params>;
    query: Input<Query>;
    body: Body extends "form" ? SpooledForm : Body extends "bytes" ? Uint8Array : Input<Body>;
    /** The If-Match header, for `requireUnedited`. */
    ifMatch: string | null;
  }) => Promise<unknown>;
};

/**
 * The one way to make an endpoint: who is asking, is it their own page, is the input well formed,
 * and errors as problem+json. A result that is a Response is sent as it is, all else as JSON. A
 * read that names the ETag it knows gets 304 where nothing changed, after the rights were checked.
 */
export function route<
  Params extends z.ZodType | undefined = undefined,
  Query extends z.ZodType | undefined = undefined,
  Body extends z.ZodType | "form" | "bytes" | undefined = undefined,
  Auth extends "user" | "session" | "public" = "user",
>(spec: Spec<Params, Query, Body, Auth>) {
  return async (request: Request, context: Context): Promise<Response> => {
    let form: SpooledForm | undefined;
    try {
      const actor = await findActor(request, spec.auth ?? "user");
      const params = parse(spec.params, await context.params, "not_found");
      const query = parse(spec.query, queryOf(request), "invalid");
      const maxBytes = spec.maxBodyBytes ?? 1_048_576;
      if (spec.body === "form") form = await readForm(request, maxBytes);
      const body = form ?? (await readBody(spec.body, request, maxBytes));
      // The types of `spec` tie each input to its schema; the compiler can't follow that through.
      const ifMatch = request.headers.get("if-match");
      const input = { actor, params, query, body, ifMatch } as Parameters<typeof spec.handle>[0];
      const result = await spec.handle(input);
      return unlessKnown(request, result instanceof Response ? result : toJson(request, result));
    } catch (error) {
      return problemResponse(error);
    } finally {
      await form?.remove();
    }
  };
}

/** What stands several times is a list, which a contract refuses where it asks for one value. */
function queryOf(request: Request): Record<string, string | string[]> {
  const { searchParams } = new URL(request.url);
  const names = [...new Set(searchParams.keys())];
  return Object.fromEntries(
    names.map((name) => {
      const [first = "", ...further] = searchParams.getAll(name);
      return [name, further.length > 0 ? [first, ...further] : first];
    }),
  );
}

function toJson(request: Request, result: unknown): Response {
  const body = JSON.stringify(result);
  const isRead = request.method === "GET" || request.method === "HEAD";
  const editTag = editTagIn(result);
  const isTagged = isRead || editTag !== undefined;
  const tag: Record<string, string> = isTagged ? { ETag: weakTagOf(body, editTag) } : {};
  return jsonResponse(body, "private, no-store", { headers: tag });
}

function editTagIn(result: unknown): string | undefined {
  const { editTag } = (result ?? {}) as { editTag?: unknown };
  return typeof editTag === "string" ? editTag : undefined;
}

/** Who is asking. With a Bearer header no cookie counts, so there is no Origin to ask for. */
async function findActor(
  request: Request,
  auth: "user" | "session" | "public",
): Promise<Actor | null> {
  const secret = auth === "public" ? null : bearerOf(request);
  if (secret !== null) {
    const owner = await actorOfToken(secret, request);
    if (auth === "user") return owner;
    throw new AppError("forbidden", "A token can't do this. Sign in instead.");
  }
  if (request.method !== "GET" && request.method !== "HEAD") requireSameOrigin(request);
  if (auth === "public") return null;
  const actor = await currentActor();
  if (!actor)
    throw new AppError("unauthenticated", "Sign in to continue.", { reason: "not_signed_in" });
  return actor;
}

async function readBody(
  schema: z.ZodType | "form" | "bytes" | undefined,
  request: Request,
  maxBytes: number,
): Promise<unknown> {
  if (!schema || schema === "form") return undefined;
  if (schema === "bytes") return readBytes(request, maxBytes);
  return parse(schema, await readJson(request, maxBytes), "invalid");
}

function readForm(request: Request, maxBytes: number): Promise<SpooledForm> {
  requireType(request, "multipart/form-data");
  return spoolForm(request, maxBytes);
}

function parse(schema: z.ZodType | undefined, value: unknown, code: "not_found" | "invalid") {
  if (!schema) return undefined;
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  if (code === "not_found") {
    throw new AppError(code, "There is nothing at this address.", { reason: "nothing_here" });
  }
  const errors = fieldErrorsOf(parsed.error.issues);
  throw new AppError("invalid", "Some of the input isn't right.", {
    ...{ errors, reason: "input_invalid" },
  });
}

import type { SentFieldError } from "@/lib/domain/errors";
import type { Facts } from "@/lib/domain/problem";
import type { SentReason } from "@/lib/domain/reason";

type Particulars = SentReason & { errors?: readonly SentFieldError[]; current?: unknown };

/** What the server said instead of a result; status 0 when no answer came. */
export class ApiProblem extends Error {
  readonly errors: readonly SentFieldError[];
  readonly current: unknown;
  /** Why, where the server has said so in a way that can be told in other languages. */
  readonly reason: string | undefined;
  readonly facts: Facts | undefined;

  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    { errors = [], current, reason, facts }: Particulars = {},
  ) {
    super(detail);
    this.name = "ApiProblem";
    this.errors = errors;
    this.current = current;
    this.reason = reason;
    this.facts = facts;
  }
}

/** An answer that is problem+json, if it is what it should be. */
export type SentProblem = Particulars & { code?: string; detail?: string };

type RequestOptions = {
  method?: string;
  body?: unknown;
  signal?: AbortSignal;
  /** Of what is edited: the server refuses where somebody else has edited it since. */
  editTag?: string;
};

/**
 * Calls one of the app's own endpoints. Bodies go as JSON, forms and bytes as they are. A redirect or an
 * answer that isn't JSON counts as a failure: following it would look like success.
 * @throws {ApiProblem}
 */
export async function apiRequest<Result>(
  path: string,
  { method = "GET", body, signal, editTag }: RequestOptions = {},
): Promise<Result> {
  const isReady = body instanceof FormData || body instanceof Blob;
  const response = await send(path, {
    method,
    redirect: "manual",
    headers: {
      Accept: "application/json",
      ...typeOf(body),
      ...(editTag === undefined ? {} : { "If-Match": `"${editTag}"` }),
    },
    ...(body === undefined ? {} : { body: isReady ? body : JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  });
  const answer = await readJson(response);
  if (response.ok && answer !== undefined) return answer as Result;
  const { code, detail, ...particulars } = (answer ?? {}) as SentProblem;
  if (!code || !detail) throw unreadable(response);
  throw new ApiProblem(response.status, code, detail, particulars);
}

/**
 * The JSON of an endpoint that isn't ours and has its own ways, next-auth's say, whatever its status.
 * @throws {ApiProblem} offline, or unreadable
 */
export async function foreignRequest<Result>(
  path: string,
  init: RequestInit = {},
): Promise<Result> {
  const response = await send(path, init);
  const answer = await readJson(response);
  if (answer === undefined) throw unreadable(response);
  return answer as Result;
}

function unreadable({ status }: Response): ApiProblem {
  const detail = "The server's answer could not be read. Try again.";
  return new ApiProblem(status, "unreadable", detail);
}

/** A form's type has its boundary in it, which the browser chooses. */
function typeOf(body: unknown): Record<string, string> {
  if (!body || body instanceof FormData) return {};
  const type = body instanceof Blob ? "application/octet-stream" : "application/json";
  return { "Content-Type": type };
}

async function send(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch {
    throw new ApiProblem(0, "offline", "The server can't be reached. Check your connection.");
  }
}

async function readJson(response: Response): Promise<unknown> {
  if (!/[/+]json/.test(response.headers.get("content-type") ?? "")) return undefined;
  try {
    return (await response.json()) as unknown;
  } catch {
    return undefined;
  }
}

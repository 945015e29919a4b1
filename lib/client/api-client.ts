import type { FieldError } from "@/lib/domain/errors";

/** What the server said instead of a result; status 0 when no answer came. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly errors: readonly FieldError[] = [],
    readonly current: unknown = undefined,
  ) {
    super(detail);
    this.name = "ApiProblem";
  }

  /** The first error of a field, by its path. */
  errorOf(path: string): string | undefined {
    return this.errors.find((error) => error.path === path)?.message;
  }
}

type RequestOptions = {
  method?: string;
  body?: unknown;
  signal?: AbortSignal;
  /** Of what is edited: the server refuses where somebody else has edited it since. */
  editTag?: string;
};

/**
 * Calls one of the app's own endpoints. Bodies go as JSON, forms as they are. A redirect or an
 * answer that isn't JSON counts as a failure: following it would look like success.
 * @throws {ApiProblem}
 */
export async function apiRequest<Result>(
  path: string,
  { method = "GET", body, signal, editTag }: RequestOptions = {},
): Promise<Result> {
  const isForm = body instanceof FormData;
  const response = await send(path, {
    method,
    redirect: "manual",
    headers: {
      Accept: "application/json",
      ...(isForm || !body ? {} : jsonType),
      ...(editTag === undefined ? {} : { "If-Match": `"${editTag}"` }),
    },
    ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  });
  const answer = await readJson(response);
  if (response.ok && answer !== undefined) return answer as Result;
  const { code, detail, errors, current } = (answer ?? {}) as Partial<ApiProblem>;
  throw new ApiProblem(
    response.status,
    code ?? "unreadable",
    detail ?? "The server's answer could not be read. Try again.",
    errors ?? [],
    current,
  );
}

const jsonType = { "Content-Type": "application/json" };

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

import "server-only";

import { AppError, type ErrorCode } from "../domain/errors";
import { toSentReason } from "../domain/reason";
import { jsonResponse } from "./json-response";
import { describeError, log } from "./log";

const meaning: Record<ErrorCode, { status: number; title: string }> = {
  unauthenticated: { status: 401, title: "Not signed in" },
  forbidden: { status: 403, title: "Not allowed" },
  not_found: { status: 404, title: "Not found" },
  conflict: { status: 409, title: "Conflict" },
  precondition_failed: { status: 412, title: "Changed meanwhile" },
  too_large: { status: 413, title: "Too large" },
  unsupported_media_type: { status: 415, title: "Wrong content type" },
  invalid: { status: 422, title: "Invalid" },
  too_many_requests: { status: 429, title: "Too many requests" },
  out_of_space: { status: 507, title: "No room left" },
};

/** Any thrown value as problem+json (RFC 9457). What isn't an AppError is logged and told nobody. */
export function problemResponse(error: unknown): Response {
  if (!(error instanceof AppError)) {
    log("error", "request.failed", describeError(error));
    return problem(500, {
      title: "Internal error",
      detail: "Something broke on our side. Nothing was stored by this request; try again.",
      code: "internal",
    });
  }
  const { status, title } = meaning[error.code];
  const { errors, current, retryAfterSeconds, reason, facts } = error.details;
  return problem(
    status,
    {
      title,
      detail: error.message,
      code: error.code,
      ...toSentReason({ reason, facts }),
      ...(errors ? { errors: errors.map((error) => ({ ...error, ...toSentReason(error) })) } : {}),
      ...(current === undefined ? {} : { current }),
    },
    {
      ...(status === 401 ? { "WWW-Authenticate": "Bearer" } : {}),
      ...(retryAfterSeconds === undefined ? {} : { "Retry-After": String(retryAfterSeconds) }),
    },
  );
}

function problem(
  status: number,
  body: Record<string, unknown>,
  headers: Record<string, string> = {},
): Response {
  return jsonResponse(
    JSON.stringify({ type: "about:blank", status, ...body }),
    "private, no-store",
    { status, headers: { "Content-Type": "application/problem+json; charset=utf-8", ...headers } },
  );
}

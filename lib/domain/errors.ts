import type { Explanation, SentReason } from "./reason";

export type ErrorCode =
  | "unauthenticated"
  | "forbidden"
  | "not_found"
  | "conflict"
  | "precondition_failed"
  | "invalid"
  | "too_large"
  | "unsupported_media_type"
  | "too_many_requests"
  | "out_of_space";

/** What is wrong with a field, in a sentence for callers of the API, and why. */
export type FieldError = { path: string; message: string } & Explanation;
export type SentFieldError = { path: string; message: string } & SentReason;

/** An outcome the caller can act on. Anything else that is thrown is a bug, and is logged as one. */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    /** Shown to the user as is: say what happened and what to do next. */
    message: string,
    /** With a `reason` wherever a person can meet it, to be told in other languages. */
    readonly details: {
      errors?: FieldError[];
      current?: unknown;
      retryAfterSeconds?: number;
    } & Explanation = {},
  ) {
    super(message);
    this.name = "AppError";
  }
}

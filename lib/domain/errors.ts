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

export type FieldError = { path: string; message: string };

/** An outcome the caller can act on. Anything else that is thrown is a bug, and is logged as one. */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    /** Shown to the user as is: say what happened and what to do next. */
    message: string,
    readonly details: {
      errors?: FieldError[];
      current?: unknown;
      retryAfterSeconds?: number;
    } = {},
  ) {
    super(message);
    this.name = "AppError";
  }
}

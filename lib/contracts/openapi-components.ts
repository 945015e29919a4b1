import { fileReasonFacts } from "../domain/file-reasons";
import { reasonFacts } from "../domain/reason";

/** JSON that nothing here looks into. */
export type JsonObject = Record<string, unknown>;

const reason: JsonObject = {
  type: "string",
  description:
    "Why, finer than `code` and as stable: by it and the facts a client can say in its reader's language what the sentence beside it says. Others may come",
  examples: [...Object.keys(reasonFacts), ...Object.keys(fileReasonFacts)],
};

const facts: JsonObject = {
  type: "object",
  description: "What the sentence names, by its name; comes with every `reason`",
  additionalProperties: { type: ["string", "number"] },
};

const explanation: JsonObject = {
  reason: { $ref: "#/components/schemas/Reason" },
  facts: { $ref: "#/components/schemas/Facts" },
};

const fieldError: JsonObject = {
  type: "object",
  required: ["path", "message"],
  properties: {
    path: { type: "string", description: "Where in the input, dots between the steps" },
    message: { type: "string" },
    ...explanation,
  },
};

const problem: JsonObject = {
  type: "object",
  required: ["type", "title", "status", "detail", "code"],
  properties: {
    type: { type: "string" },
    title: { type: "string" },
    status: { type: "integer" },
    detail: { type: "string", description: "What happened and what to do next" },
    code: {
      type: "string",
      enum: [
        "unauthenticated",
        "forbidden",
        "not_found",
        "conflict",
        "precondition_failed",
        "too_large",
        "unsupported_media_type",
        "invalid",
        "too_many_requests",
        "out_of_space",
        "internal",
      ],
    },
    ...explanation,
    errors: { type: "array", items: fieldError },
    current: { description: "With a conflict: what stands now" },
  },
};

const refusals = {
  Unauthenticated: "Neither a session nor a token that works (401)",
  Forbidden: "The role or the token's scope doesn't allow this (403)",
  NotFound: "Nothing there, or nothing for you (404)",
  Conflict: "Somebody was first; `current` says what stands now (409)",
  Edited:
    "Somebody else has edited this since what If-Match names; `current` says what stands (412)",
  TooLarge: "Too much at once (413)",
  WrongType: "Another content type is wanted (415)",
  Invalid: "The input isn't right; `errors` says where (422)",
  TooMany: "Too many requests; wait as `Retry-After` says (429)",
  Problem: "What went wrong and what to do",
} as const;
type Refusal = keyof typeof refusals;

export const refusalByStatus: Readonly<Record<string, Refusal>> = {
  "401": "Unauthenticated",
  "403": "Forbidden",
  "404": "NotFound",
  "409": "Conflict",
  "412": "Edited",
  "413": "TooLarge",
  "415": "WrongType",
  "422": "Invalid",
  "429": "TooMany",
  default: "Problem",
};

const problemContent = {
  "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } },
};

const retryAfter = {
  "Retry-After": { description: "Seconds to wait", schema: { type: "integer" } },
};

/** What operations refer to: errors (RFC 9457), conditional reads (RFC 9110), ways to sign in. */
export const components: JsonObject = {
  schemas: { Problem: problem, Reason: reason, Facts: facts },
  responses: {
    ...Object.fromEntries(
      Object.entries(refusals).map(([name, description]) => [
        name,
        {
          description,
          content: problemContent,
          ...(name === "TooMany" ? { headers: retryAfter } : {}),
        },
      ]),
    ),
    NotModified: { description: "What you have is what stands: no body (304)" },
  },
  parameters: {
    IfNoneMatch: {
      name: "If-None-Match",
      in: "header",
      required: false,
      description: "The ETag of an earlier answer; 304 where nothing has changed since",
      schema: { type: "string" },
    },
    IfMatch: {
      name: "If-Match",
      in: "header",
      required: false,
      description:
        "The ETag of the answer that is edited, or its `editTag` in quotation marks: 412 where somebody else has edited it since. What was only counted anew is no edit.",
      schema: { type: "string" },
    },
  },
  headers: {
    ETag: {
      description: "Names this answer, for If-None-Match and If-Match",
      schema: { type: "string" },
    },
  },
  securitySchemes: {
    session: { type: "apiKey", in: "cookie", name: "next-auth.session-token" },
    token: {
      type: "http",
      scheme: "bearer",
      bearerFormat: "sw_…",
      description: "An API token, with the scope that an operation names.",
    },
  },
};

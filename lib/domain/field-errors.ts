import type { FieldError } from "./errors";
import { reasonOfSentence } from "./field-sentences";
import type { Explanation } from "./reason";

/** What a validator (zod) found wrong, as far as the reason follows from it. */
export type InputIssue = {
  code: string;
  path: readonly PropertyKey[];
  message: string;
  /** What was measured: "string", "array", "number", "int" … */
  origin?: string;
  minimum?: number | bigint;
  maximum?: number | bigint;
  inclusive?: boolean | undefined;
  divisor?: number | bigint;
  expected?: string;
  format?: string;
  keys?: readonly string[];
  values?: readonly unknown[];
};

const mostErrors = 20;

/** The first twenty errors, each with its reason where there are words for it. */
export function fieldErrorsOf(issues: readonly InputIssue[]): FieldError[] {
  return issues.slice(0, mostErrors).map((issue) => ({
    path: issue.path.map(String).join("."),
    message: issue.message,
    ...explain(issue),
  }));
}

function explain(issue: InputIssue): Explanation {
  const own = reasonOfSentence(issue.message);
  if (own) return { reason: own };
  const { expected = "", format = "", keys = [], values = [] } = issue;
  switch (issue.code) {
    case "too_small":
      return explainTooSmall(issue);
    case "too_big":
      return explainTooBig(issue);
    case "not_multiple_of":
      return { reason: "not_multiple_of", facts: { divisor: Number(issue.divisor) } };
    case "invalid_type":
      return { reason: "wrong_type", facts: { expected } };
    case "invalid_format":
      return { reason: "wrong_format", facts: { format } };
    case "invalid_value":
      return { reason: "not_a_choice", facts: { choices: values.join(", ") } };
    case "unrecognized_keys":
      return { reason: "unknown_keys", facts: { count: keys.length, keys: keys.join(", ") } };
    case "invalid_key":
      return { reason: "wrong_key" };
    case "invalid_element":
      return { reason: "wrong_element" };
    case "invalid_union":
      return { reason: "fits_no_form" };
    default:
      return {};
  }
}

function explainTooSmall({ origin = "", minimum, inclusive = true }: InputIssue): Explanation {
  const facts = { minimum: Number(minimum) };
  if (origin === "string") return { reason: "text_too_short", facts };
  if (isCount(origin)) return { reason: "list_too_short", facts };
  return isNumber(origin)
    ? { reason: inclusive ? "number_too_small" : "number_not_above", facts }
    : {};
}

function explainTooBig({ origin = "", maximum, inclusive = true }: InputIssue): Explanation {
  const facts = { maximum: Number(maximum) };
  if (origin === "string") return { reason: "text_too_long", facts };
  if (isCount(origin)) return { reason: "list_too_long", facts };
  return isNumber(origin)
    ? { reason: inclusive ? "number_too_big" : "number_not_below", facts }
    : {};
}

const isCount = (origin: string) => ["array", "set", "map", "object"].includes(origin);
const isNumber = (origin: string) => ["number", "int", "bigint"].includes(origin);

import type { Explained } from "../reason";
import { countCodePoints } from "../text/code-points";

/** The most code points that a field of an article may have, whichever way it comes in. */
const longest = { externalId: 200, title: 1000, body: 5_000_000, outlet: 300 } as const;
export type LimitedField = keyof typeof longest;

export const limitedFields = Object.keys(longest) as LimitedField[];

/** Why a field is too long, or null. */
export function refuseLength(field: LimitedField, text: string): Explained | null {
  const limit = longest[field];
  // There are never more code points than UTF-16 units, and counting them takes a walk.
  const length = text.length > limit ? countCodePoints(text) : 0;
  if (length <= limit) return null;
  const message = `The ${field} has ${length} characters; ${limit} is the most.`;
  const facts = { field, length, most: limit };
  return { message, reason: "article_field_too_long", facts };
}

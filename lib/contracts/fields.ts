import { z } from "zod";

import { fieldSentences } from "../domain/field-sentences";
/** Text that Postgres, JSON and UTF-8 can all hold: no NUL, no lone surrogate. */
export const wellFormed = (maxLength: number) =>
  z
    .string()
    .max(maxLength)
    .refine((text) => !text.includes("\0") && isWellFormed(text), {
      error: fieldSentences.broken_character,
    });

function isWellFormed(text: string): boolean {
  return !/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(text);
}

/** In lower case, as the database writes it, so that ids compare as text. */
export const id = z.uuid().toLowerCase();
export const segmentName = z.enum(["title", "body"]);
export const role = z.enum(["admin", "reviewer", "annotator", "researcher"]);
export const attributeValue = z.union([wellFormed(2000), z.number().finite()]);
export const attributes = z.record(wellFormed(64), attributeValue);
/** What a sentence names, by the reason that it stands for. */
export const facts = z.record(z.string(), z.union([z.string(), z.number()]));

export const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .regex(/^[^\s@"'(),:;<>[\\\]\p{C}]+@[^\s@"'(),:;<>[\\\]\p{C}]+$/u, fieldSentences.email_malformed)
  .regex(/^[!-~]+$/, fieldSentences.email_not_ascii);

export const listQuery = {
  cursor: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};

export const page = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

export const pageQuery = z.object(listQuery);

/** Names the state of what can be edited: sent as If-Match, it keeps an edit from undoing another. */
export const editTag = z.string();

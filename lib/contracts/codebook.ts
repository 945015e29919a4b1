import { z } from "zod";

import { snappings } from "../domain/text/snap-range";
import { wellFormed } from "./fields";

const text = wellFormed(4000);
const tagId = wellFormed(64).regex(/^[A-Za-z][A-Za-z0-9_-]*$/);

const common = { id: tagId, isRequired: z.boolean().optional() };
const attribute = z.discriminatedUnion("kind", [
  z.strictObject({ ...common, kind: z.literal("enum"), values: z.array(text).min(1) }),
  z.strictObject({ ...common, kind: z.literal("ordinal"), values: z.array(z.number()).min(1) }),
  z.strictObject({ ...common, kind: z.literal("text") }),
  z.strictObject({ ...common, kind: z.literal("entity") }),
]);

export const codebook = z
  .strictObject({
    id: wellFormed(64),
    version: wellFormed(32),
    families: z
      .array(
        z.strictObject({
          id: tagId,
          question: text,
          anchor: text,
          tags: z
            .array(
              z.strictObject({
                id: tagId,
                definition: text,
                positive: z.array(text),
                negative: z.array(text),
                snapping: z.enum(snappings).optional(),
              }),
            )
            .min(1)
            .max(60),
          attributes: z.array(attribute),
          decisionOrder: z.array(tagId),
        }),
      )
      .min(1)
      .max(12),
    commonAttributes: z.array(attribute),
    linkTypes: z.array(tagId),
    rules: z.array(z.strictObject({ id: tagId, title: text, text })),
    questions: z.array(
      z.strictObject({
        id: tagId,
        question: text,
        kind: z.enum(["single", "multiple", "text"]),
        values: z.array(text),
        isRequired: z.boolean(),
      }),
    ),
  })
  .refine(
    ({ families }) => {
      const ids = families.flatMap((family) => family.tags.map((tag) => tag.id));
      return new Set(ids).size === ids.length;
    },
    { error: "Every tag id may stand once in a codebook.", path: ["families"] },
  );

export const codebookVersion = z.object({
  id: z.uuid(),
  number: z.int(),
  definition: codebook,
});

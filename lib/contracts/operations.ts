import { z } from "zod";

import { attributes, facts, id, segmentName, wellFormed } from "./fields";

const tagId = wellFormed(64).min(1);
const offset = z.int().min(0).max(100_000_000);
const quote = wellFormed(200_000).min(1);
const onSpan = { id, spanId: id, baseRevision: z.int().min(1) };

export const spanInput = z.strictObject({
  id,
  segment: segmentName,
  start: offset,
  end: offset,
  quote,
  tagId,
  attributes: attributes.default({}),
});

export const span = z.object({
  id,
  segment: segmentName,
  start: offset,
  end: offset,
  quote: z.string(),
  tagId: z.string(),
  attributes,
  revision: z.int(),
});

export const operation = z.discriminatedUnion("kind", [
  z.strictObject({ id, kind: z.literal("add"), baseRevision: z.literal(0), span: spanInput }),
  z.strictObject({ ...onSpan, kind: z.literal("remove") }),
  z.strictObject({ ...onSpan, kind: z.literal("restore") }),
  z.strictObject({ ...onSpan, kind: z.literal("retag"), tagId }),
  z.strictObject({ ...onSpan, kind: z.literal("resize"), start: offset, end: offset, quote }),
  z.strictObject({ ...onSpan, kind: z.literal("annotate"), attributes }),
]);

export const saveOperationsBody = z.strictObject({
  operations: z.array(operation).min(1).max(200),
});

/** `facts` are what `detail` names, by which a client can word it in another language. */
const operationProblem = z.object({
  code: z.string(),
  detail: z.string(),
  facts: facts.optional(),
});

export const operationResult = z.object({
  id,
  result: z.enum(["applied", "duplicate", "conflict", "rejected"]),
  revision: z.int().optional(),
  current: span.extend({ isRemoved: z.boolean() }).nullable().optional(),
  problem: operationProblem.optional(),
});
export type OperationResult = z.infer<typeof operationResult>;

export const saveOperationsResult = z.object({
  revision: z.int(),
  results: z.array(operationResult),
});
export type SaveOperationsResult = z.infer<typeof saveOperationsResult>;

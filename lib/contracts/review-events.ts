import { z } from "zod";

import { id } from "./fields";
import { disagreementStatus } from "./review";

/** A reviewer who has a disagreement open says so now and then; whoever falls silent has left. */
export const presenceBody = z.strictObject({ isLooking: z.boolean() });
export const presence = z.object({ isLooking: z.boolean() });

/** What a subscriber to a project is told. It says what changed, not how: that is read as ever. */
export const reviewEvent = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("decided"),
    disagreementId: id,
    by: z.string(),
    /** What it is now: taking a decision back opens it again. */
    status: disagreementStatus,
  }),
  /** An annotator asks for the decision to be made again: it is stale now. */
  z.object({ type: z.literal("appealed"), disagreementId: id, by: z.string() }),
  z.object({ type: z.literal("commented"), disagreementId: id, by: z.string() }),
  /** A discussion was opened to annotators, or closed to them. */
  z.object({ type: z.literal("opened"), disagreementId: id, by: z.string() }),
  z.object({
    type: z.literal("looking"),
    disagreementId: id,
    by: z.string(),
    /** False when they left. */
    isLooking: z.boolean(),
  }),
  z.object({ type: z.literal("submitted"), articleId: id }),
  /** From here on everything is told, but what was before may have been missed. */
  z.object({ type: z.literal("resync") }),
]);
export type ReviewEvent = z.infer<typeof reviewEvent>;

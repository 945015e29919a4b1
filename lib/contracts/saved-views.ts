import { z } from "zod";

import { fieldSentences } from "../domain/field-sentences";
import { id, wellFormed } from "./fields";
import { inboxView } from "./review";

/** The id is made by whoever saves, so that a view sent twice is one view. */
export const savedViewBody = z.strictObject({
  id,
  name: wellFormed(80).trim().min(1, fieldSentences.view_name_missing),
  query: inboxView,
  isShared: z.boolean().default(false),
});
export type SavedViewBody = z.input<typeof savedViewBody>;

export const savedView = z.object({
  id,
  name: z.string(),
  query: inboxView,
  isShared: z.boolean(),
  /** Pseudonym of who saved it. */
  owner: z.string(),
  isMine: z.boolean(),
});
export type SavedView = z.infer<typeof savedView>;
export const savedViewList = z.object({ items: z.array(savedView) });
export const savedViewParams = z.object({ projectId: id, viewId: id });

import { z } from "zod";

import { fieldSentences } from "../domain/field-sentences";
import { id, wellFormed } from "./fields";

/** The id is made by whoever writes, so that a comment sent twice is one comment. */
export const commentBody = z.strictObject({
  id,
  text: wellFormed(4000).trim().min(1, fieldSentences.message_empty),
});
export type CommentBody = z.infer<typeof commentBody>;

export const comment = z.object({
  id,
  /** Project pseudonym, never a name. */
  author: z.string(),
  text: z.string(),
  createdAt: z.string(),
  /** Whether it speaks to the reader, who hasn't said that they saw it. */
  isUnread: z.boolean(),
});
export type CommentItem = z.infer<typeof comment>;
export const commentList = z.object({
  items: z.array(comment),
  /** Whether the annotators who submitted the article may read and write here. */
  isOpenToAnnotators: z.boolean(),
});
export type Thread = z.infer<typeof commentList>;

/** Comments that the reader saw; those that don't speak to them are left as they are. */
export const readBody = z.strictObject({ commentIds: z.array(id).min(1).max(500) });
